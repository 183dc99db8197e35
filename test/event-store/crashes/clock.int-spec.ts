import { ClockBehind, fsck, type EventStore } from '@liuhen/event-store';
import { FixedClock, seededEntropy } from '@liuhen/event-store/testing';
import { chance, drawSeed } from '../../support/chance';
import { BUSINESS, LogDatabase, type OpenedStores } from '../open-store';
import { takeNote } from './notes';

const HOUR = 3_600_000;

const database = new LogDatabase();
let opened: OpenedStores;
let skew: number;
let clock: FixedClock;
beforeAll(() => database.create());
afterAll(() => database.drop());
beforeEach(async () => {
  opened = await database.open();
  skew = opened.store.capabilities.maxSkewMs;
  clock = new FixedClock();
});
afterEach(() => opened.close());

/** The commands of one process, by its clock. */
function commandsOf(store: EventStore, by: FixedClock, seed = 'process') {
  const entropy = seededEntropy(seed);
  return (stream: string, text: string) => takeNote({ store, clock: by, entropy }, stream, text);
}
const here = () => commandsOf(opened.store, clock);

const expectWhole = async (events: number): Promise<void> => {
  const report = await fsck(database.urls.appUrl, BUSINESS);
  expect(report).toMatchObject({ events: BigInt(events), findings: [] });
};

describe('a clock that is set back', () => {
  it('by a little is not noticed: a stream stands still, another records what the clock says', async () => {
    const note = here();
    const [before] = (await note('case-a', '一')).events;
    clock.advance(-7);
    const [same] = (await note('case-a', '二')).events;
    const [other] = (await note('case-b', '三')).events;
    expect(same?.recordedAt).toBe(before?.recordedAt);
    expect(other?.recordedAt).toBe(clock.now());
    await expectWhole(3);
  });

  it('as far as the log allows is taken, one millisecond more is refused', async () => {
    const note = here();
    await note('case-a', '一');
    clock.advance(-skew);
    await note('case-b', '二');
    clock.advance(-1);
    await expect(note('case-c', '三')).rejects.toThrow(ClockBehind);
    await expectWhole(2);
  });

  it('by hours costs refusals, also in streams that were quiet, until it is right; then the same command is taken', async () => {
    const note = here();
    await note('case-quiet', '一');
    clock.advance(HOUR);
    await note('case-a', '二');
    clock.advance(-3 * HOUR);
    await expect(note('case-quiet', '三')).rejects.toThrow(ClockBehind);
    await expect(note('case-new', '四')).rejects.toThrow(ClockBehind);
    clock.advance(3 * HOUR);
    expect(await note('case-quiet', '三')).toMatchObject({ revision: 1, replayed: false });
    expect(await note('case-new', '四')).toMatchObject({ revision: 0, replayed: false });
    await expectWhole(4);
  });

  it('at any time and by any amount never makes a record earlier, nor loses or doubles one', async () => {
    const random = chance(drawSeed());
    const note = here();
    let stored = 0;
    for (let count = 0; count < 200; count++) {
      clock.advance(Math.floor((random() - 0.45) * 2 * skew));
      const outcome = await note(`case-${String(Math.floor(random() * 5))}`, String(count)).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ClockBehind);
      else stored++;
    }
    expect(stored).toBeGreaterThan(0);
    await expectWhole(stored);
  });
});

describe('a clock that ran ahead', () => {
  let right: ReturnType<typeof commandsOf>;
  beforeEach(async () => {
    const ahead = new FixedClock(clock.now());
    ahead.advance(HOUR);
    await commandsOf(opened.store, ahead, 'ahead')('case-ahead', '一');
    right = commandsOf(await opened.another(), clock, 'right');
  });

  it('stops all who are right, until the time has come or the stream is the very one', async () => {
    await expect(right('case-a', '二')).rejects.toThrow(ClockBehind);
    const [inTheFuture] = (await right('case-ahead', '三')).events;
    clock.advance(HOUR - skew - 1);
    await expect(right('case-a', '二')).rejects.toThrow(ClockBehind);
    clock.advance(1);
    expect((await right('case-a', '二')).events[0]?.recordedAt).toBe(clock.now());
    expect(inTheFuture?.recordedAt).toBe('2026-03-01T02:00:00.000Z');
    await expectWhole(3);
  });

  it('is got over at once by an operator who allows the log a greater lag', async () => {
    await expect(right('case-a', '二')).rejects.toThrow(ClockBehind);
    await database.query(`update log_business.head set max_skew = '1 h'`);
    expect((await right('case-a', '二')).events[0]?.recordedAt).toBe(clock.now());
    await expectWhole(2);
  });
});
