import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fsck } from '@liuhen/event-store';
import type { StoredEvent } from '@liuhen/kernel';
import { BUSINESS, LogDatabase, type OpenedStores } from '../event-store/open-store';

const WRITERS = ['north', 'east', 'south', 'west'];
const SHARED = ['case-shared-1', 'case-shared-2'];
const LANES = [1, 2, 3];
/** By each writer in each of its streams. */
const NOTES = 25;
const TOTAL = WRITERS.length * (SHARED.length + LANES.length) * NOTES;

interface Acknowledged {
  readonly position: string;
  /** Nanoseconds on a clock that all processes of the machine have in common. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

interface Told {
  readonly acknowledged: readonly Acknowledged[];
  /** Attempts that found the stream at another revision. */
  readonly conflicts: number;
  /** Position and id of each event, as it came. */
  readonly order: readonly (readonly [string, string])[];
}

/** A process that has opened the log and waits for the word. */
async function openWriter(name: string, url: string): Promise<() => Promise<Told>> {
  const streams = [...SHARED, ...LANES.map((lane) => `case-${name}-${String(lane)}`)];
  const dist = join(__dirname, '../../dist');
  const task = { name, dist, url, log: BUSINESS, streams, notes: NOTES, total: TOTAL };
  const child = spawn(process.execPath, [join(__dirname, 'support/writer.cjs'), JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  expect(await next()).toEqual({ ready: true });
  return async () => {
    child.stdin.write('go\n');
    const told = await next();
    expect(await once(child, 'exit')).toEqual([0, null]);
    return told as Told;
  };
}

const numberOf = (position: string): number => Number(position.split(':')[1]);

/** One after the other, on one log. */
describe('a log to which four processes append at once', () => {
  const database = new LogDatabase();
  let opened: OpenedStores;
  let told: readonly Told[];
  let log: readonly StoredEvent[];

  beforeAll(async () => {
    await database.create();
    opened = await database.open();
    const writers = await Promise.all(WRITERS.map((name) => openWriter(name, database.urls.appUrl)));
    told = await Promise.all(writers.map((go) => go()));
    log = (await opened.store.readPage({ limit: TOTAL + 1 })).events;
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  it('holds every event once, without a hole in its numbers', () => {
    const dense = Array.from({ length: TOTAL }, (_, index) => index + 1);
    expect(log.map(({ position }) => numberOf(position))).toEqual(dense);
    const acknowledged = told.flatMap((each) => each.acknowledged.map(({ position }) => numberOf(position)));
    expect(acknowledged.sort((a, b) => a - b)).toEqual(dense);
  });

  it('is read in one order by all of them while it grows', () => {
    const order = log.map(({ position, header }) => [position, header.id]);
    for (const each of told) expect(each.order).toEqual(order);
  });

  it('puts what was acknowledged before what was sent afterwards, by whichever process', () => {
    const all = told.flatMap(({ acknowledged }) => acknowledged);
    const answers = [...all].sort((a, b) => a.answeredAt - b.answeredAt);
    const early: unknown[] = [];
    let answered = 0;
    let reached = 0;
    for (const sent of [...all].sort((a, b) => a.sentAt - b.sentAt)) {
      for (let answer = answers[answered]; answer && answer.answeredAt < sent.sentAt;) {
        reached = Math.max(reached, numberOf(answer.position));
        answer = answers[++answered];
      }
      if (numberOf(sent.position) <= reached) early.push(sent);
    }
    expect(answered).toBeGreaterThan(0);
    expect(early).toEqual([]);
  });

  it('gives each revision of a shared stream to one of those who raced for it', async () => {
    expect(told.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
    for (const stream of SHARED) {
      const writers = (await opened.store.readStream(stream)).map(({ header }) => header.actor.person);
      expect(writers.sort()).toEqual(WRITERS.flatMap((name) => Array<string>(NOTES).fill(name)).sort());
    }
  });

  it('is found whole by fsck', async () => {
    expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({
      events: BigInt(TOTAL),
      findingCount: 0,
    });
  });
});
