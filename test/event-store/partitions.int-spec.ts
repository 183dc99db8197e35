import { fsck } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { HeldLock } from './held-lock';
import { BUSINESS, LogDatabase, type OpenedStores } from './open-store';

const SIZE = 8;
const database = new LogDatabase();
let opened: OpenedStores;

beforeAll(async () => {
  await database.create();
  await database.tamper(`update head set partition_size = ${String(SIZE)}`);
});
beforeEach(async () => {
  for (const partition of await partitions()) await database.tamper(`drop table log_business.${partition}`);
  opened = await database.open();
});
afterEach(() => opened.close());
afterAll(() => database.drop());

async function partitions(): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
     where inhparent = 'log_business.events'::regclass order by length(relname), relname`,
  );
  return rows.map(({ name }) => name);
}

let streams = 0;
const append = (count: number) =>
  opened.store.append(requestFor(sealedChain(count, { stream: `case-${String(++streams)}` })));

describe('the partitions of a log', () => {
  it('come half a partition ahead of need', async () => {
    await append(SIZE / 2 - 1); // Positions 1 to 3.
    expect(await partitions()).toEqual(['events_0']);
    await append(1);
    expect(await partitions()).toEqual(['events_0', 'events_1']);
    await append(SIZE - 1); // Up to 11.
    expect(await partitions()).toEqual(['events_0', 'events_1']);
    await append(1);
    expect(await partitions()).toEqual(['events_0', 'events_1', 'events_2']);
  });

  it('suffice for a request that is longer than several', async () => {
    await append(3 * SIZE + 1);
    expect(await partitions()).toEqual(['events_0', 'events_1', 'events_2', 'events_3']);
    expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ events: 25n, findingCount: 0 });
  });

  it('roll over while many append, without a hole', async () => {
    const other = await opened.another();
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? opened.store : other).append(
          requestFor(sealedChain(3, { stream: `case-many-${String(index)}` })),
        ),
      ),
    );
    expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ events: 180n, findingCount: 0 });
  });

  it('hold a stream that is spread over them together', async () => {
    const chain = sealedChain(3 * SIZE, { stream: 'case-long' });
    for (let from = 0; from < chain.length; from += 5)
      await opened.store.append(requestFor(chain.slice(from, from + 5)));
    const stored = await opened.store.readStream('case-long');
    expect(stored.map(({ leafHash }) => leafHash)).toEqual(chain.map(({ leafHash }) => leafHash));
    const middle = requestFor(chain.slice(5, 10));
    expect(await opened.store.append(middle)).toEqual({ position: 'business:10', replayed: true });
  });

  const hold = (): Promise<HeldLock> =>
    HeldLock.on(database.urls.operatorUrl, 'lock table log_business.events in share update exclusive mode');

  it('do not hold up appends while somebody keeps the next one from being made', async () => {
    await append(SIZE / 2 - 1);
    const held = await hold();
    await append(1);
    expect(await partitions()).toEqual(['events_0']);
    await held.letGo();
    await append(1);
    expect(await partitions()).toEqual(['events_0', 'events_1']);
  });

  it('let an append wait only when there is no room at all', async () => {
    const held = await hold();
    const waiting = append(1);
    await opened.store.head();
    expect(await partitions()).toEqual([]);
    await held.letGo();
    await waiting;
    expect(await partitions()).toEqual(['events_0']);
  });

  it('each refuse to be emptied', async () => {
    await append(SIZE);
    for (const partition of await partitions())
      await expect(refusalOf(`truncate log_business.${partition}`)).resolves.toBe('23001');
  });
});

async function refusalOf(statement: string): Promise<unknown> {
  await database.query('set session_replication_role = origin');
  const code = await database.query(statement).then(
    () => undefined,
    (error: unknown) => (error as { readonly code?: string }).code,
  );
  return code;
}
