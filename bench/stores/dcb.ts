import { dirname, join } from 'node:path';
import { Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { AppendNext, Contender } from './store';

interface Tags {
  readonly values: readonly string[];
}

interface Core {
  readonly Tags: { from(values: readonly string[]): Tags };
  readonly Query: {
    fromItems(items: readonly { types: readonly string[]; tags: Tags }[]): object;
    all(): object;
  };
}

interface TaggedEvent {
  readonly type: string;
  readonly tags: Tags;
  readonly data: object;
  readonly metadata: object;
}

interface DcbStore {
  ensureInstalled(): Promise<void>;
  append(command: {
    events: TaggedEvent | readonly TaggedEvent[];
    condition?: { failIfEventsMatch: object; after?: object };
  }): Promise<object>;
  read(query: object): AsyncIterable<object>;
}

interface Postgres {
  readonly PostgresEventStore: new (options: { pool: Pool }) => DcbStore;
}

/** Of 8, 16, 32 and 64 connections the number with which it was fastest at 64 writers. */
const CONNECTIONS = 8;

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
    return Promise.resolve({
      begin: (n) => appendNext(store, n),
      reading: { fill: (events) => fill(store, events), readAll: () => readAll(store) },
      close: () => pool.end(),
    });
  },
};

const core = (): Core => requireModule('event-store') as Core;

function appendNext(store: DcbStore, n: number): AppendNext {
  const { Tags, Query } = core();
  const caseNumber = caseNumberOf(n);
  const tags = Tags.from([`case=${caseNumber}`]);
  const failIfEventsMatch = Query.fromItems([{ types: TYPES, tags }]);
  let stored = 0;
  let after: object | undefined;
  return async () => {
    const condition = { failIfEventsMatch, ...(after && { after }) };
    const events = { ...caseEvent(caseNumber, stored), tags, metadata: {} };
    after = await store.append({ events, condition });
    stored++;
    return 1;
  };
}

const EVENTS_PER_CASE = 100;

async function fill(store: DcbStore, events: number): Promise<void> {
  for (let n = 0; n < events / EVENTS_PER_CASE; n++) {
    const caseNumber = caseNumberOf(n);
    const tags = core().Tags.from([`case=${caseNumber}`]);
    const revisions = Array.from({ length: EVENTS_PER_CASE }, (_, revision) => revision);
    await store.append({
      events: revisions.map((revision) => ({ ...caseEvent(caseNumber, revision), tags, metadata: {} })),
    });
  }
}

/** It gives one event at a time, from pages of 5,000. */
const PAGE_SIZE = 1_000;

async function* readAll(store: DcbStore): AsyncGenerator<number> {
  const page: object[] = [];
  for await (const event of store.read(core().Query.all())) {
    page.push(event);
    if (page.length === PAGE_SIZE) yield page.splice(0).length;
  }
  yield page.length;
}
