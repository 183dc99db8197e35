import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { Pool } from 'pg';
import { LogDatabase, type OpenedStores } from './open-store';

const SIZE = 8;
const database = new LogDatabase();
let opened: OpenedStores;
/** The store's own for reading: with its settings, and the statements that it has prepared. */
let pool: Pool;

/** Positions 1 to 24 in four partitions, and each read of the store once. */
beforeAll(async () => {
  await database.create();
  await database.tamper(`update head set partition_size = ${String(SIZE)}`);
  opened = await database.open({ readConnections: 1 });
  const { store } = opened;
  await store.append(requestFor(sealedChain(3 * SIZE, { stream: 'case-long' })));
  const query = jest.spyOn(Pool.prototype, 'query');
  await store.readPage({ limit: 1 });
  await store.readPage({ limit: 1, types: ['Any'] });
  await store.readStream('case-long');
  pool = query.mock.contexts[0] as Pool;
  query.mockRestore();
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const READS = [
  { read: `"business-page"(8, 12)`, indexes: ['events_1_pkey'] },
  { read: `"business-page"(6, 17)`, indexes: ['events_0_pkey', 'events_1_pkey', 'events_2_pkey'] },
  { read: `"business-page-of-types"(8, 12, '{CaseFiled,CaseClosed}')`, indexes: ['events_1_pkey'] },
  {
    read: `"business-stream"('case-long', 3, 5)`,
    indexes: [0, 1, 2, 3].map((n) => `events_${String(n)}_stream_rev_key`),
  },
];

describe('a read', () => {
  it('is one of those below, or of the one row that says how far the log goes', async () => {
    const { rows } = await pool.query<{ name: string }>('select name from pg_prepared_statements');
    const planned = READS.map(({ read }) => /"(.+)"/.exec(read)?.[1]);
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([...planned, 'business-head']));
  });

  describe.each(['force_generic_plan', 'force_custom_plan'])('with %s', (mode) => {
    beforeAll(() => pool.query(`set plan_cache_mode = ${mode}`));

    it.each(READS)('touches no partition without need, and each by its index: $read', async (expected) => {
      const nodes = nodesOf(await planOf(expected.read));
      const scanned = nodes.filter((node) => node['Relation Name'] !== undefined);
      const searched = nodes.filter((node) => node['Index Cond'] !== undefined);
      expect(searched.map((node) => node['Index Name'])).toEqual(expected.indexes);
      expect(scanned).toHaveLength(searched.length);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    });
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function planOf(read: string): Promise<PlanNode> {
  const { rows } = await pool.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (format json) execute ${read}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error(`no plan for ${read}`);
  return plan;
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
