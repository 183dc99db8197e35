import { ForeignLog, fsck, type FindingKind, type FsckReport } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import { BUSINESS, LogDatabase } from './open-store';

const database = new LogDatabase();
beforeAll(() => database.create());
afterAll(() => database.drop());

/** case-a at positions 1, 2 and 5, case-b at 3, 4 and 6. */
beforeEach(async () => {
  const { store, close } = await database.open();
  const [a, b] = ['case-a', 'case-b'].map((stream) => sealedChain(3, { stream }));
  const order = [a?.slice(0, 2), b?.slice(0, 2), a?.slice(2), b?.slice(2)];
  for (const events of order) await store.append(requestFor(events ?? []));
  await close();
});

const check = (): Promise<FsckReport> => fsck(database.urls.appUrl, BUSINESS, { pageSize: 2 });

async function kindsAfter(...tampering: readonly string[]): Promise<readonly FindingKind[]> {
  await database.tamper(...tampering);
  return (await check()).findings.map(({ kind }) => kind);
}

describe('fsck', () => {
  it('finds nothing in a log that was only appended to, and counts it', async () => {
    expect(await check()).toEqual({ events: 6n, streams: 2, findingCount: 0, findings: [] });
  });

  it('finds nothing in an empty log', async () => {
    await (await database.open()).close();
    expect(await check()).toMatchObject({ events: 0n, findingCount: 0 });
  });

  it('tells how far it is', async () => {
    const progress: string[] = [];
    await fsck(database.urls.appUrl, BUSINESS, {
      pageSize: 4,
      onProgress: ({ checked, head }) => progress.push(`${String(checked)}/${String(head)}`),
    });
    expect(progress).toEqual(['4/6', '6/6', '6/6']);
  });

  it('finds nothing while others append', async () => {
    const stop = new AbortController();
    const { store, close } = await database.open();
    const writer = (async () => {
      let last: SealedEvent | undefined;
      while (!stop.signal.aborted) {
        const events = sealedChain(1, { stream: 'case-busy', after: last });
        await store.append(requestFor(events));
        last = events[0];
      }
    })();
    for (let round = 0; round < 5; round++) expect((await check()).findings).toEqual([]);
    stop.abort();
    await writer;
    await close();
  });

  it('refuses to check a log as another', async () => {
    await expect(fsck(database.urls.appUrl, { ...BUSINESS, hash: 'sm3' })).rejects.toThrow(ForeignLog);
  });

  it('keeps only so many findings, but counts all', async () => {
    await database.tamper(`update events set type = 'Other'`);
    const report = await fsck(database.urls.appUrl, BUSINESS, { keep: 2 });
    expect(report).toMatchObject({ findingCount: 6, findings: [{ kind: 'column-drift' }, {}] });
    expect(report.findings).toHaveLength(2);
  });
});

describe('fsck finds', () => {
  it('an edited header, which breaks the chain too', async () => {
    const edit = `update events set header = replace(header, 'p-judge', 'p-other') where position = 1`;
    expect(await kindsAfter(edit)).toEqual(['leaf-mismatch', 'broken-chain']);
  });

  it('an edited header whose leaf hash was made to fit', async () => {
    const edit = `update events set header = replace(header, 'p-judge', 'p-other') where position = 1`;
    const leaf = `update events set leaf = sha256('\\x00'::bytea || convert_to(header, 'UTF8')) where position = 1`;
    expect(await kindsAfter(edit, leaf)).toEqual(['broken-chain']);
  });

  it('a header that is no longer canonical', async () => {
    const edit = `update events set header = replace(header, '"v":1', '"v": 1') where position = 1`;
    expect(await kindsAfter(edit)).toContain('invalid-header');
  });

  it('an edited payload', async () => {
    const edit = `update events set payload = replace(payload, '内容', '改动') where position = 4`;
    expect(await kindsAfter(edit)).toEqual(['payload-mismatch']);
  });

  it('a changed leaf hash', async () => {
    expect(await kindsAfter(`update events set leaf = sha256('x') where position = 3`)).toEqual([
      'leaf-mismatch',
    ]);
  });

  it('a deleted row', async () => {
    expect(await kindsAfter('delete from events where position = 2')).toEqual([
      'missing-position',
      'revision-gap',
      'broken-chain',
    ]);
  });

  it('a deleted end', async () => {
    expect(await kindsAfter('delete from events where position = 6')).toEqual(['head-drift', 'stream-drift']);
  });

  it('rows of a stream that changed places', async () => {
    const swap = [
      [1, -1],
      [2, 1],
      [-1, 2],
    ].map(([from, to]) => `update events set position = ${String(to)} where position = ${String(from)}`);
    const room = 'create table if not exists events_room partition of events for values from (-10) to (0)';
    const kinds = await kindsAfter(room, ...swap);
    expect(kinds).toEqual(expect.arrayContaining(['revision-gap', 'broken-chain']));
  });

  it.each([
    ['stream', `'case-c'`],
    ['type', `'Other'`],
    ['rev', '7'],
    ['id', `'019a0000-0000-7000-8000-00000000ffff'`],
    ['recorded_at', `recorded_at + '1 microsecond'`],
  ])('a column that is not what the header says: %s', async (column, value) => {
    await database.tamper(`update events set ${column} = ${value} where position = 6`);
    const { findings } = await check();
    expect(findings).toEqual([expect.objectContaining({ kind: 'column-drift', position: 6n })]);
    expect(findings[0]?.message).toContain(column);
  });

  it.each(['position = 7', `recorded_at = '2026-03-02'`])(
    'a head that is not the end: %s',
    async (change) => {
      expect(await kindsAfter(`update head set ${change}`)).toEqual(['head-drift']);
    },
  );

  it.each([
    `update streams set rev = 9 where name = 'case-a'`,
    `update streams set leaf = sha256('x') where name = 'case-a'`,
    `update streams set recorded_at = '2026-03-02' where name = 'case-a'`,
    `delete from streams where name = 'case-a'`,
    `insert into streams values ('case-none', 0, sha256('x'), now())`,
  ])('a stream whose row is not its end: %s', async (change) => {
    expect(await kindsAfter(change)).toEqual(['stream-drift']);
  });

  it('an id that is there twice', async () => {
    await database.tamper(
      'alter table events_0 drop constraint events_0_id_key',
      'update events set id = (select id from events where position = 1) where position = 3',
    );
    const { findings } = await check();
    await database.tamper('delete from events where position = 3', 'alter table events_0 add unique (id)');
    expect(findings.map(({ kind }) => kind)).toEqual(['column-drift', 'duplicate-id']);
  });

  it('events of another log', async () => {
    const [foreign] = sealedChain(1, {
      stream: 'case-c',
      log: { ...BUSINESS, origin: 'elsewhere.invalid/business' },
    });
    await database.tamper('set search_path = log_business');
    await database.query(
      `insert into log_business.events (position, rev, recorded_at, id, leaf, stream, type, header, payload)
       values (7, 0, $1, $2, decode($3, 'hex'), $4, $5, $6, $7)`,
      [
        foreign?.header.recordedAt,
        foreign?.header.id,
        foreign?.leafHash,
        foreign?.header.stream,
        foreign?.header.type,
        foreign?.headerText,
        foreign?.payloadText,
      ],
    );
    const { findings } = await check();
    expect(findings.map(({ kind }) => kind)).toEqual(['foreign-log', 'head-drift', 'stream-drift']);
  });
});
