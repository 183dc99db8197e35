import { HeadWatch } from './head-watch';

const never = new AbortController().signal;

/** A head that the test moves, and counts who reads. */
class FakeHead {
  position = 0n;
  reads = 0;
  private pending: (() => void)[] = [];

  readonly read = (): Promise<bigint> => {
    this.reads++;
    const { position } = this;
    return new Promise((resolve) => this.pending.push(() => resolve(position)));
  };

  async answer(): Promise<void> {
    for (const answer of this.pending.splice(0)) answer();
    await new Promise(setImmediate);
  }
}

const woken = async (waiting: Promise<void>): Promise<boolean> =>
  Promise.race([waiting.then(() => true), new Promise(setImmediate).then(() => false)]);

describe('the head watch', () => {
  it('wakes those whose position the log has passed, and only them', async () => {
    const watch = new HeadWatch(() => Promise.resolve(0n));
    const [near, far] = [watch.beyond(1n, never), watch.beyond(5n, never)];
    watch.reached(2n);
    expect(await woken(near)).toBe(true);
    expect(await woken(far)).toBe(false);
    watch.reached(5n);
    expect(await woken(far)).toBe(false);
    watch.reached(6n);
    expect(await woken(far)).toBe(true);
  });

  it('does not let wait who asks for what is already there', async () => {
    const watch = new HeadWatch(() => Promise.resolve(0n));
    watch.reached(3n);
    expect(await woken(watch.beyond(2n, never))).toBe(true);
  });

  it('wakes at the signal', async () => {
    const ending = new AbortController();
    const waiting = new HeadWatch(() => Promise.resolve(0n)).beyond(0n, ending.signal);
    expect(await woken(waiting)).toBe(false);
    ending.abort();
    expect(await woken(waiting)).toBe(true);
  });

  it('reads once for much news, and once more for news that came while it read', async () => {
    const head = new FakeHead();
    const watch = new HeadWatch(head.read);
    const waiting = watch.beyond(0n, never);
    void watch.look();
    head.position = 1n; // Came after the read had begun.
    for (let index = 0; index < 10; index++) void watch.look();
    await head.answer();
    expect(await woken(waiting)).toBe(false);
    await head.answer();
    expect(await woken(waiting)).toBe(true);
    expect(head.reads).toBe(2);
  });

  it('believes no news that the log does not bear out', async () => {
    const watch = new HeadWatch(() => Promise.resolve(4n));
    const waiting = watch.beyond(4n, never);
    await watch.look();
    expect(await woken(waiting)).toBe(false);
  });

  it('looks again after a look that failed', async () => {
    let fails = true;
    const watch = new HeadWatch(() => (fails ? Promise.reject(new Error('gone')) : Promise.resolve(1n)));
    const waiting = watch.beyond(0n, never);
    await watch.look();
    expect(await woken(waiting)).toBe(false);
    fails = false;
    await watch.look();
    expect(await woken(waiting)).toBe(true);
  });
});
