import fc from 'fast-check';
import type { Recorded } from '@liuhen/kernel';
import { sqlOf } from '@liuhen/read-models';
import {
  evolveMatter,
  isOver,
  matterOfStream,
  type MatterEvent,
  type MatterState,
} from '@liuhen/supervision';
import type { Pool } from 'pg';
import { mattersProjection as projection } from '../../libs/read-models/src/matters/matters.projection';
import { contentOf, newPool } from '../read-models/bench';
import { freshDatabase, type TestDatabase } from '../support/database';
import { matterHistory } from './support/matter-histories';

const TABLES = ['matter_records', ...projection.tables];

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = newPool(database.ownerUrl);
  await pool.query(projection.schema);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

type History = readonly Recorded<MatterEvent>[];

async function fill(events: History, size: number): Promise<readonly string[]> {
  await pool.query(`truncate ${TABLES.join(', ')}`);
  for (let from = 0; from < events.length; from += size)
    await projection.apply(sqlOf(pool), events.slice(from, from + size));
  return Promise.all(TABLES.map((table) => contentOf(pool, table)));
}

it('the tables are the same whatever the size of the pages that filled them', async () => {
  await fc.assert(
    fc.asyncProperty(matterHistory, fc.integer({ min: 2, max: 31 }), async (events, size) => {
      const expected = await fill(events, 1);
      expect(await fill(events, size)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

const STORED = `
  select m.matter, m.round, m.over, m.due::text, r.stage, r.returned, r.items, r.items_done as done
    from matters m join matter_rounds r using (matter, round) order by matter`;

function folded(events: History) {
  const matters = [...new Set(events.map(({ header }) => matterOfStream(header.stream) ?? ''))].toSorted();
  return matters.map((matter) => {
    const own = events.filter(({ header }) => matterOfStream(header.stream) === matter);
    const state = own.reduce<MatterState>((before, event) => evolveMatter(before, event, event.header), {
      status: 'none',
    });
    if (state.status === 'none') throw new Error('it begins with its draft');
    const { round, stage, returns, items, open } = state;
    const due = [...open.values()].flatMap((terms) => terms.due ?? []).toSorted();
    const ofRound = [...items.values()].filter(({ terms }) => terms.item === `${String(round)}-1`);
    return {
      ...{ matter, round, stage, returned: returns, over: isOver(stage), due: due[0] ?? null },
      items: ofRound.length,
      done: ofRound.filter(({ status }) => status === 'done').length,
    };
  });
}

it('each matter stands as the deciders fold it', async () => {
  await fc.assert(
    fc.asyncProperty(matterHistory, async (events) => {
      await fill(events, 7);
      expect((await pool.query<object>(STORED)).rows).toEqual(folded(events));
    }),
    { numRuns: 60 },
  );
});
