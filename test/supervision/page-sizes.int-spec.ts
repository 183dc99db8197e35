import fc from 'fast-check';
import { seededEntropy } from '@liuhen/event-store/testing';
import type { Message, Position, Projection, Recorded } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { sqlOf } from '@liuhen/read-models';
import type { Pool } from 'pg';
import { caseStream, type CaseEvent } from '../../libs/supervision/src/case/case.events';
import { caseRegister } from '../../libs/supervision/src/case/case.projection';
import type { AppellateDispositionEvent } from '../../libs/supervision/src/appellate-disposition/appellate-disposition.events';
import { appellateDispositionAudit } from '../../libs/supervision/src/appellate-disposition/appellate-disposition.projection';
import { contentOf, newPool } from '../read-models/bench';
import { freshDatabase, type TestDatabase } from '../support/database';

/** An event and the number of its case. */
type OfCase<Event extends Message> = readonly [number, Event];

const caseNumber = fc.nat(3);
const date = fc.constantFrom('2024-01-05', '2025-12-31', null);

const registered = (number: number): CaseEvent => ({
  type: 'CaseRegistered',
  data: {
    caseNumber: `（2024）黔01民终${String(number)}号`,
    printedNumber: null,
    court: { code: '黔01', name: null },
    caseType: 'civil',
    stage: 'secondInstance',
    cause: null,
    filedOn: '2024-01-05',
    handlingJudge: null,
    panel: [],
    soleJudge: null,
    trialForm: null,
    publishedAt: null,
  },
});

const linked: fc.Arbitrary<CaseEvent> = fc.record({
  type: fc.constant('CaseLinked'),
  data: fc.record({
    origin: fc.constantFrom('甲', '乙'),
    kind: fc.constantFrom('appeal', 'remand', 'split'),
  }),
});

const disposed: fc.Arbitrary<CaseEvent> = fc.record({
  type: fc.constant('DispositionRecorded'),
  data: fc.record({
    disposition: fc.constantFrom('upheld', 'affirmed', 'mediated', 'withdrawn'),
    printed: fc.constant(null),
    document: fc.constant(null),
    decidedOn: date,
    articles: fc.constant([]),
  }),
});

const formed: fc.Arbitrary<CaseEvent> = fc.record({
  type: fc.constant('PanelFormed'),
  data: fc.record({
    panel: fc.constant([]),
    handlingJudge: fc.constantFrom('甲', '乙'),
    soleJudge: fc.constant(true),
    presidingJudge: fc.constant(null),
    reason: fc.constant(null),
  }),
});

/** As the decider lets them come about: a case is registered first and has no link twice. */
const caseHistory = fc
  .array(fc.tuple(caseNumber, fc.oneof(linked, formed, disposed)), { maxLength: 25 })
  .map((events) => {
    const seen = new Set<string>();
    const isNew = (...what: readonly unknown[]): boolean => seen.size < seen.add(JSON.stringify(what)).size;
    return events.flatMap(([number, event]): readonly OfCase<CaseEvent>[] => [
      ...(isNew(number) ? [[number, registered(number)] as const] : []),
      ...(event.type !== 'CaseLinked' || isNew(number, event.data) ? [[number, event] as const] : []),
    ]);
  });

type AuditEvent = Extract<AppellateDispositionEvent, { type: 'AppellateDispositionRecorded' }>;

const texts = fc.array(fc.constantFrom('civil-law-wrong', '认定事实"不清"', '程序\\违法', '甲,乙'), {
  maxLength: 3,
});

const assessed: fc.Arbitrary<AuditEvent> = fc.record({
  type: fc.constant('AppellateDispositionRecorded'),
  data: fc.record({
    status: fc.constantFrom('signed', 'served'),
    disposition: fc.record({
      court: fc.constant({ code: '黔01', name: null }),
      procedure: fc.constantFrom('civil', 'other'),
      stage: fc.constant(null),
      decidedOn: date,
      document: fc.constant(null),
      parts: fc.array(
        fc.record(
          {
            outcome: fc.constantFrom('remand', 'substitutedJudgment'),
            grounds: texts,
            printedGrounds: texts,
          },
          { requiredKeys: ['outcome', 'grounds'] },
        ),
        { maxLength: 3 },
      ),
    }),
    assessment: fc.record({
      finding: fc.constantFrom('justified', 'contrary'),
      findings: fc.array(
        fc.record({
          code: fc.string(),
          finding: fc.constant('contrary'),
          law: fc.constant([]),
          message: fc.string(),
          inDraft: fc.constant('refuse'),
        }),
        { maxLength: 2 },
      ),
    }),
  }),
});

/** Every read model of the acts, with events as its act records them. */
const READ_MODELS: readonly (readonly [Projection, fc.Arbitrary<readonly OfCase<Message>[]>])[] = [
  [caseRegister, caseHistory],
  [appellateDispositionAudit, fc.array(fc.tuple(caseNumber, assessed), { maxLength: 15 })],
];

const { newId } = seededEntropy();

const recorded = (events: readonly OfCase<Message>[]): readonly Recorded<Message>[] =>
  events.map(([number, event], index) => ({
    ...event,
    header: someHeader({ id: newId(), type: event.type, stream: caseStream(String(number)), rev: index }),
    position: `business:${String(index + 1)}` as Position,
    leafHash: '0'.repeat(64),
  }));

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function newBuild(name: string, { schema }: Projection): Promise<Pool> {
  const url = new URL(database.ownerUrl);
  url.searchParams.set('options', `-c search_path=${name}`);
  const pool = newPool(url.href);
  await pool.query(`create schema ${name}`);
  await pool.query(schema);
  return pool;
}

async function fill(
  pool: Pool,
  { tables, apply }: Projection,
  events: readonly Recorded<Message>[],
  size: number,
): Promise<readonly string[]> {
  for (const table of tables) await pool.query(`delete from ${table}`);
  for (let from = 0; from < events.length; from += size)
    await apply(sqlOf(pool), events.slice(from, from + size));
  return Promise.all(tables.map((table) => contentOf(pool, table)));
}

it.each(READ_MODELS.map(([projection, history]) => [projection.name, projection, history] as const))(
  '%s is the same whatever the size of the pages that filled it',
  async (name, projection, history) => {
    const single = await newBuild(`${name}_by_event`, projection);
    const paged = await newBuild(`${name}_by_page`, projection);
    try {
      await fc.assert(
        fc.asyncProperty(history, fc.integer({ min: 2, max: 40 }), async (generated, size) => {
          const events = recorded(generated);
          const expected = await fill(single, projection, events, 1);
          expect(await fill(paged, projection, events, size)).toEqual(expected);
        }),
      );
    } finally {
      await Promise.all([single.end(), paged.end()]);
    }
  },
);
