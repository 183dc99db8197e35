import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { chance, drawSeed } from '../support/chance';
import { Checkout } from './checkout';
import { type Run, type Started, ends, eventually, processesWith, query } from './run';
import { USERS } from './users';

const ROUNDS = 40;
const LONGEST_MS = 1500;

/** Commits one row after the other until the connection breaks. @returns the last that was acknowledged */
async function commitUntilBroken({ ownerUrl }: Started, from: number): Promise<number> {
  const client = new Client(ownerUrl);
  let last = from;
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (;;) {
      await client.query('insert into kept values ($1) on conflict do nothing', [last + 1]);
      last++;
    }
  } catch {
    return last;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe.each(USERS)('a durable server of $name, killed at any moment', (user) => {
  let checkout: Checkout;
  let run: Run;

  const start = (): Run => (run = checkout.start('data', { durable: true }));

  beforeAll(async () => {
    checkout = new Checkout(user);
    const { ownerUrl } = await start().started();
    await query(ownerUrl, 'create table kept (n integer primary key)');
    await run.stop();
  });

  afterAll(() => {
    run.child.kill('SIGKILL');
    checkout.remove();
  });

  it('starts again every time, by itself, and has all that it acknowledged', async () => {
    const random = chance(drawSeed());
    let acknowledged = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      start();
      const committing = run.started().then(
        (server) => commitUntilBroken(server, acknowledged),
        () => acknowledged,
      );
      await delay(random() * LONGEST_MS);
      const victims = random() < 0.5 ? processesWith(checkout.path).filter((pid) => pid !== run.pid) : [];
      run.child.kill('SIGKILL');
      for (const pid of victims) kill(pid);
      await run.exited;
      acknowledged = await committing;
    }
    const { ownerUrl, pid } = await start().started();
    const [rows] = await query(
      ownerUrl,
      `select count(*)::integer as kept from kept where n <= ${String(acknowledged)}`,
    );
    expect(rows).toEqual({ kept: acknowledged });
    expect(acknowledged).toBeGreaterThan(0);
    await run.stop();
    expect(await ends(pid)).toBe(true);
    expect(await eventually(() => (processesWith(checkout.path).length === 0 ? true : undefined))).toBe(true);
  });
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}
