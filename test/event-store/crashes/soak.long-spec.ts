import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { chance, drawSeed, oneOf, type Chance } from '../../support/chance';
import { Backends } from '../backends';
import { expectExactlyOnce } from '../load/expect-exactly-once';
import { VerifyingFollower } from '../load/verifying-follower';
import { Journal } from '../load/journal';
import { OwnServer } from '../own-server';
import { WritersProcess } from '../load/writers-process';

const SOAK_MS = Number(process.env.SOAK_SECONDS ?? 60) * 1_000;
const ROUND_MS = 6_000;
const LONGEST_PEACE_MS = 2_000;
const PROCESSES = 2;
const WRITERS_EACH = 16;
const READERS = 3;
const WRITERS_KILLED = 'writers killed';

type Fault = readonly [name: string, happen: () => Promise<void>];

/** Two processes that write, of which one is killed now and then and has a successor. */
class Crew {
  private readonly processes: WritersProcess[] = [];
  private hired = 0;

  constructor(
    private readonly url: string,
    private readonly random: Chance,
    private readonly journal: Journal,
  ) {
    for (let place = 0; place < PROCESSES; place++) this.hire(place);
  }

  async replaceOne(): Promise<void> {
    const place = Math.floor(this.random() * PROCESSES);
    await this.processes[place]?.kill();
    this.hire(place);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
  }

  private hire(place: number): void {
    const { url, journal } = this;
    const seed = Math.ceil(this.random() * 2 ** 31);
    const task = { url, seed, streams: `own-${String(place)}`, writers: WRITERS_EACH };
    this.processes[place] = new WritersProcess({ ...task, name: String(++this.hired) }, journal);
  }
}

async function endSessions({ operatorUrl }: OwnServer): Promise<void> {
  const client = new Client(operatorUrl);
  await client.connect();
  await new Backends({ operatorClient: client }).terminate();
  await client.end();
}

describe('a log that is written and read without a rest', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start();
  });
  afterAll(() => server.remove());

  it('is whole after each round of faults, from its first event on', async () => {
    const random = chance(drawSeed());
    const journal = new Journal();
    const stores = await Promise.all(Array.from({ length: READERS }, () => server.openStore()));
    const readers = stores.map((store) => new VerifyingFollower(store));
    const crew = new Crew(server.url, random, journal);
    const faults: readonly [Fault, ...Fault[]] = [
      [WRITERS_KILLED, () => crew.replaceOne()],
      ['sessions ended', () => endSessions(server)],
      ['server restarted', () => server.restart()],
      ['server killed', () => server.kill().then(() => server.restart())],
    ];
    const happened: string[] = [];

    for (const end = Date.now() + SOAK_MS; Date.now() < end;) {
      for (const endOfRound = Date.now() + ROUND_MS; Date.now() < endOfRound;) {
        await delay(random() * LONGEST_PEACE_MS);
        const [name, happen] = oneOf(random, faults);
        await happen();
        happened.push(name);
      }
      await expectExactlyOnce(server.url, journal);
    }
    await crew.stop();

    const { ids, unacknowledged } = await expectExactlyOnce(server.url, journal);
    expect(journal.acknowledged.size).toBeGreaterThan(0);
    const killed = happened.filter((name) => name === WRITERS_KILLED).length;
    expect(unacknowledged.length).toBeLessThanOrEqual(killed * WRITERS_EACH);
    for (const reader of readers) {
      await reader.until(ids.length);
      expect(reader.ids).toEqual(ids);
      await reader.end();
    }
    const untold = `${String(unacknowledged.length)} stored of which nobody was told`;
    console.log(`${happened.join(', ')}: ${String(journal)}; ${untold}`);
    await Promise.all(stores.map((store) => store.close()));
  });
});
