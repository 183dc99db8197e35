import { fsck, logIdentity, PostgresEventStore, UnfitRedaction, type FindingKind } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { fieldDigests, PAYLOAD_REDACTED, withholdFields, type SealedEvent } from '@liuhen/kernel';
import { Client } from 'pg';
import { migrate } from '../../deploy/migrations';
import { appendBySql } from '../event-store/append-by-sql';
import { BUSINESS, LogDatabase } from '../event-store/open-store';
import { emptyDatabase } from '../support/database';

const INSUFFICIENT_PRIVILEGE = '42501';
const RESTRICT_VIOLATION = '23001';
const UNFIT = 'LH001';

const database = new LogDatabase();
const [event, other] = sealedChain(2, { data: { name: '张某', note: '住址' } }) as [SealedEvent, SealedEvent];
const digests = Object.fromEntries(fieldDigests('sha256', event.payloadText));
const without = (...fields: readonly string[]): string =>
  withholdFields('sha256', event.payloadText, new Set(fields.map((field) => digests[field] ?? '')));

let application: Client;
let owner: Client;

beforeAll(async () => {
  await database.create();
  application = new Client(database.urls.appUrl);
  owner = new Client(database.urls.ownerUrl);
  await Promise.all([application.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await database.drop();
});
beforeEach(async () => {
  const { store, close } = await database.open();
  await store.append(requestFor([event, other]));
  await close();
  await database.query('set session_replication_role = origin');
});

const redaction = (data: object = {}, after = other): SealedEvent => {
  const named = { event: event.header.id, rev: 0, digests: { name: digests.name ?? '' }, ...data };
  const header = { type: PAYLOAD_REDACTED };
  return sealedChain(1, { after, header, data: named, seed: JSON.stringify(data) })[0] ?? event;
};

const payload = async (position = 1): Promise<string | undefined> => {
  const rows = await database.query<{ payload: string }>(
    'select payload from log_business.events where position = $1',
    [position],
  );
  return rows[0]?.payload;
};

const SET = 'update log_business.events set payload = $1 where position = 1';

async function stateOf(client: Client, statement: string, values: readonly unknown[]) {
  const error: unknown = await client.query(statement, [...values]).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

describe('a payload', () => {
  it('is changed by the append of a redaction, whoever calls it', async () => {
    await appendBySql(application, redaction());
    expect(await payload()).toBe(without('name'));
  });

  it('is not the application’s to change', async () => {
    expect(await stateOf(application, SET, [without('name')])).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each(['log_business.events', 'log_business.events_0'])(
    'is not the owner’s to change either, though by the right digest: %s',
    async (table) => {
      const update = SET.replace('log_business.events', table);
      expect(await stateOf(owner, update, [without('name')])).toBe(RESTRICT_VIOLATION);
      await appendBySql(application, redaction());
      expect(await stateOf(owner, update, [without('name', 'note')])).toBe(RESTRICT_VIOLATION);
      expect(await stateOf(owner, update, [event.payloadText])).toBe(RESTRICT_VIOLATION);
      expect(await payload()).toBe(without('name'));
    },
  );

  it.each([
    ['another field', without('name', 'note')],
    ['another digest', without('name').replace(/^[0-9a-f]{2}/m, '00')],
    ['a line too many', `${without('name')}\n${'0'.repeat(64)}`],
    ['a line too few', digests.name],
    ['nothing', ''],
    ['the field itself', event.payloadText],
  ])('is not changed along with a redaction but as that says: %s', async (_, changed) => {
    await owner.query('begin');
    await appendBySql(owner, redaction());
    expect(await stateOf(owner, SET, [changed])).toBe(RESTRICT_VIOLATION);
    await owner.query('rollback');
    expect(await payload()).toBe(event.payloadText);
  });

  it.each(['header', 'leaf', 'type', 'stream'])('alone is changed, not the %s', async (column) => {
    await owner.query('begin');
    await appendBySql(owner, redaction());
    const value = column === 'leaf' ? `sha256('x')` : `${column} || 'x'`;
    const update = `update log_business.events set payload = $1, ${column} = ${value} where position = 1`;
    expect(await stateOf(owner, update, [without('name', 'note')])).toBe(RESTRICT_VIOLATION);
    await owner.query('rollback');
  });

  it('of another event stays as it is', async () => {
    await owner.query('begin');
    await appendBySql(owner, redaction());
    const update = SET.replace('position = 1', 'position = 2');
    const digest = [...fieldDigests('sha256', other.payloadText).values()][0] ?? '';
    const erased = withholdFields('sha256', other.payloadText, new Set([digest]));
    expect(await stateOf(owner, update, [erased])).toBe(RESTRICT_VIOLATION);
    await owner.query('rollback');
  });

  it('is not changed by a redaction with a wrong digest, and that is not stored', async () => {
    const wrong = redaction({ digests: { name: '0'.repeat(64) } });
    await expect(appendBySql(application, wrong)).rejects.toMatchObject({ code: UNFIT });
    expect(await database.query('select position::int from log_business.head')).toEqual([{ position: 2 }]);
  });

  it('is left alone in every other log', async () => {
    const triggers = await database.query<{ log: string }>(
      `select distinct nspname as log from pg_trigger t join pg_class c on c.oid = tgrelid
         join pg_namespace n on n.oid = relnamespace
        where tgname in ('erase_redacted', 'no_other_change') order by nspname`,
    );
    expect(triggers).toEqual([{ log: 'log_business' }]);
  });

  it('of a partition to come is guarded as well', async () => {
    const partitions = await database.query<{ n: number }>(
      `select count(*)::int as n from pg_trigger where tgname = 'no_other_change' and not tgparentid = 0`,
    );
    await owner.query('select log_business.add_partition(7, 10000000)');
    const more = await database.query<{ n: number }>(
      `select count(*)::int as n from pg_trigger where tgname = 'no_other_change' and not tgparentid = 0`,
    );
    expect((more[0]?.n ?? 0) - (partitions[0]?.n ?? 0)).toBe(1);
    await owner.query('drop table log_business.events_7');
  });
});

describe('in a log of SM3, which PostgreSQL cannot compute', () => {
  const deployment = { origin: 'sm3.invalid', hash: 'sm3' } as const;
  const log = logIdentity(deployment, 'business');
  const [first] = sealedChain(1, { log, data: { name: '张某' } }) as [SealedEvent];
  const right = fieldDigests('sm3', first.payloadText).get('name') ?? '';
  const naming = (name: string) =>
    sealedChain(1, {
      ...{ log, after: first, seed: name, header: { type: PAYLOAD_REDACTED } },
      data: { event: first.header.id, rev: 0, digests: { name } },
    });

  it('the store checks the digest, and the database that it is the one of the redaction', async () => {
    const { ownerUrl, appUrl, drop } = await emptyDatabase();
    await migrate(ownerUrl, deployment);
    const store = await PostgresEventStore.open({ url: appUrl, log });
    await store.append(requestFor([first]));
    await expect(store.append(requestFor(naming('0'.repeat(64))))).rejects.toThrow(UnfitRedaction);
    await store.append(requestFor(naming(right)));
    expect((await store.readStream('case-test'))[0]?.payloadText).toBe(right);
    expect((await fsck(appUrl, log)).findings).toEqual([]);
    await store.close();
    await drop();
  });
});

describe('fsck', () => {
  const kinds = async (): Promise<readonly FindingKind[]> =>
    (await fsck(database.urls.appUrl, BUSINESS, { pageSize: 2 })).findings.map(({ kind }) => kind);

  it('takes what a redaction explains', async () => {
    await appendBySql(application, redaction());
    expect(await kinds()).toEqual([]);
  });

  it('finds a field that is withheld without one', async () => {
    await database.tamper(`update events set payload = '${without('name')}' where position = 1`);
    expect(await kinds()).toEqual(['withheld-unexplained']);
  });

  it('finds a field that is withheld beside the one that is named', async () => {
    await appendBySql(application, redaction());
    await database.tamper(`update events set payload = '${without('name', 'note')}' where position = 1`);
    expect(await kinds()).toEqual(['withheld-unexplained']);
  });

  it('finds a field that came back', async () => {
    await appendBySql(application, redaction());
    await database.tamper(`update events set payload = '${event.payloadText}' where position = 1`);
    expect(await kinds()).toEqual(['redacted-field-shown']);
  });

  it('finds other content under another salt in the place of what was taken away', async () => {
    await appendBySql(application, redaction());
    const invented = event.payloadText.replace('张某', '李某');
    await database.tamper(`update events set payload = '${invented}' where position = 1`);
    expect(await kinds()).toEqual(['payload-mismatch']);
  });
});
