import { chance, drawSeed } from '../support/chance';
import { GoldenLog } from './support/golden-log';
import { StoredLog } from './support/stored-log';
import { together, type Swept } from './support/stored-sweep';
import { allChanges, cuts, losses, nearChanges, swaps } from './support/stored-tamperings';

/** Every bit of every value is changed, or one. */
const IS_EVERY_BIT = process.env.LIUHEN_EVERY_BIT !== undefined;
const PATIENCE_MS = IS_EVERY_BIT ? 6 * 3_600_000 : 120_000;

/** All that a log and its ledger are stored in. The leaves' numbering is empty: only EventStoreDB needs it. */
const TABLES = [
  'ledger.checkpoints',
  'ledger.cosignatures',
  'ledger.heads_pages',
  'ledger.numbering',
  'ledger.tiles',
  'ledger.trees',
  'log_business.events',
  'log_business.head',
  'log_business.streams',
] as const;

/** Columns that say nothing of any event, and why. */
const NO_EVIDENCE: Readonly<Record<string, string>> = {
  'log_business.head.single': 'keeps the table to one row, and has no other value',
  'log_business.head.partition_size': 'a setting: how many events lie in a partition',
  'log_business.head.max_skew':
    'a setting: what an append is judged by; what was let in by it shows in the events',
};

/**
 * Whether a row is nothing but somebody's word for the log: a cosignature, or a checkpoint that nobody has cosigned. Without
 * it less is proved, and nothing else than before.
 */
function isWordForTheLog(log: StoredLog, table: string, n: number): boolean {
  if (table === 'ledger.cosignatures') return true;
  if (table !== 'ledger.checkpoints') return false;
  const checkpoint = log.table(table).rows[n - 1];
  return !log
    .table('ledger.cosignatures')
    .rows.some(({ start, size }) => start === checkpoint?.start && size === checkpoint?.size);
}

describe('of what is stored of a log and its ledger', () => {
  const random = chance(drawSeed());
  let golden: GoldenLog;
  let log: StoredLog;
  const count = { attempted: 0, detected: 0 };
  beforeAll(async () => {
    golden = await GoldenLog.make();
    log = await StoredLog.of(await golden.copy());
  });
  afterAll(async () => {
    console.log(`${String(count.detected)} of ${String(count.attempted)} tamperings detected`);
    await log.close();
    await golden.close();
  });

  /** @param isUnseen whether that may be missed, and must be, or it is no longer said rightly why. */
  function expectDetected<Tampering>(
    { attempted, missed }: Swept<Tampering>,
    isUnseen: (one: Tampering) => boolean = () => false,
  ): void {
    const unseen = attempted.filter(isUnseen);
    count.attempted += attempted.length - unseen.length;
    count.detected += attempted.length - missed.length;
    expect(missed).toEqual(unseen);
  }

  it('fsck finds nothing as long as nobody tampers with these tables', async () => {
    expect(log.tables.map(({ name }) => name)).toEqual(TABLES);
    for await (const found of log.untouched()) expect(found).toBeUndefined();
  });

  it.each(TABLES)(
    'fsck finds each changed value in %s, but where it is no evidence',
    async (name) => {
      const table = log.table(name);
      for (const column of table.columns) {
        const changes = IS_EVERY_BIT
          ? allChanges(log, table, column)
          : nearChanges(log, table, column, random);
        for await (const swept of changes)
          expectDetected(swept, () => `${name}.${column.name}` in NO_EVIDENCE);
      }
    },
    PATIENCE_MS,
  );

  it.each(TABLES)(
    'fsck finds each two neighbours that have changed places in %s',
    async (name) => {
      expectDetected(await swaps(log, log.table(name)));
    },
    PATIENCE_MS,
  );

  it.each(TABLES)(
    'fsck finds each row and each end that is gone from %s, but where it is no more than a word for the log',
    async (name) => {
      const table = log.table(name);
      const swept = together(await losses(log, table), await cuts(log, table));
      expectDetected(swept, (rows) => rows.every((n) => isWordForTheLog(log, name, n)));
    },
    PATIENCE_MS,
  );
});
