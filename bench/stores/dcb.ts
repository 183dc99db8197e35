import { dirname, join } from 'node:path';
import { Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { Contender } from './store';

interface Tags {
  readonly values: readonly string[];
}

interface Core {
  readonly Tags: { from(values: readonly string[]): Tags };
  readonly Query: { fromItems(items: readonly { types: readonly string[]; tags: Tags }[]): object };
}

interface DcbStore {
  ensureInstalled(): Promise<void>;
  append(command: {
    events: { type: string; tags: Tags; data: object; metadata: object };
    condition: { failIfEventsMatch: object; after?: object };
  }): Promise<object>;
}

interface Postgres {
  readonly PostgresEventStore: new (options: { pool: Pool }) => DcbStore;
}

/** Of 8, 16, 32 and 64 connections the number with which it was fastest at 64 writers. */
const CONNECTIONS = 32;

const TYPES = ['CaseRegistered', 'DispositionRecorded'];

/** The packages are ES modules only; Node can load these by `require`, but not by their names. */
const requireModule = (name: string): unknown => requirePeer(join(PACKAGES, name, 'dist', 'index.js'));
const PACKAGES = join(dirname(requirePeer.resolve('./package.json')), 'node_modules', '@dcb-es');

const openDcb = (pool: Pool): DcbStore =>
  new (requireModule('event-store-postgres') as Postgres).PostgresEventStore({ pool });

/**
 * @dcb-es/event-store-postgres through its own interface, with its faster lock strategy (the default). It knows no
 * streams: a case's exact revision is the condition that nothing with the case's tag came after its last event.
 */
export const dcb: Contender = {
  countSql: 'select count(*) as rows from events',

  async install(ownerUrl) {
    const pool = new Pool({ connectionString: ownerUrl });
    await openDcb(pool).ensureInstalled();
    await pool.end();
  },

  open(ownerUrl, writers) {
    const pool = new Pool({ connectionString: ownerUrl, max: Math.min(writers, CONNECTIONS) });
    const store = openDcb(pool);
    const { Tags, Query } = requireModule('event-store') as Core;
    return Promise.resolve({
      begin(n) {
        const caseNumber = caseNumberOf(n);
        const tags = Tags.from([`case=${caseNumber}`]);
        const failIfEventsMatch = Query.fromItems([{ types: TYPES, tags }]);
        let stored = 0;
        let after: object | undefined;
        return async () => {
          const condition = { failIfEventsMatch, ...(after && { after }) };
          after = await store.append({
            events: { ...caseEvent(caseNumber, stored), tags, metadata: {} },
            condition,
          });
          stored++;
          return 1;
        };
      },
      close: () => pool.end(),
    });
  },
};
