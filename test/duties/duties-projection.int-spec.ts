import fc from 'fast-check';
import { seededEntropy } from '@liuhen/event-store/testing';
import type {
  DutyChange,
  DutyHolder,
  DutyLedger,
  DutyWarning,
  Message,
  Position,
  Recorded,
} from '@liuhen/kernel';
import { chinaDateOf, epochMsOf, instantOf } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { sqlOf } from '@liuhen/read-models';
import { dutyRulebookOf, ledgerOf, warningKey, type DutyWarningEvent } from '@liuhen/supervision';
import type { Pool } from 'pg';
import { dutiesProjection } from '../../libs/read-models/src/duties/duties.projection';
import { newPool } from '../read-models/bench';
import { freshDatabase, type TestDatabase } from '../support/database';

type Changed = Message<'DutiesChanged', { changes: readonly DutyChange[] }>;

/** Whatever events could do to duties. */
const rulebook = dutyRulebookOf([
  {
    events: { DutiesChanged: { schema: 1 } },
    duties: { DutiesChanged: ({ data }: Changed) => data.changes },
    dutyKinds: { review: '阅核' },
  },
]);
const projection = dutiesProjection(rulebook);

const START = '2026-03-01T01:00:00.000Z';
const stream = fc.constantFrom('case-（2026）黔0102民初1号', 'case-（2026）黔01民终2号', 'matter-1');
const duty = fc.constantFrom('review/1/1', 'review/1/2', 'talk');

const holder: fc.Arbitrary<DutyHolder> = fc.record({
  court: fc.constantFrom('黔0102', '黔01'),
  division: fc.constantFrom('民事审判第一庭', null),
  post: fc.constantFrom('chief', 'president', 'judge'),
  person: fc.constantFrom('zhang', null),
  party: fc.constantFrom('courtLeaders', 'judge'),
});
const warning: fc.Arbitrary<DutyWarning> = fc.record({
  step: fc.constantFrom('used', 'overdue'),
  to: fc.constantFrom('holder', 'president'),
  at: fc.constantFrom('2026-03-02T16:00:00.000Z', '2026-03-03T16:00:00.000Z'),
});
const change: fc.Arbitrary<DutyChange> = fc.oneof(
  fc.record({
    change: fc.constant('open' as const),
    terms: fc.record({
      duty,
      kind: fc.constant('review'),
      holder,
      due: fc.constantFrom('2026-03-01', '2026-03-03', null),
      provisional: fc.boolean(),
      warnings: fc.array(warning, { maxLength: 3 }),
    }),
  }),
  fc.record({ change: fc.constant('handOver' as const), duty, to: holder }),
  fc.record({ change: fc.constant('discharge' as const), duty }),
  fc.record({ change: fc.constant('waive' as const), duty, waiver: fc.constantFrom('lapsed', 'recused') }),
);
const changed = fc
  .array(change, { minLength: 1, maxLength: 3 })
  .map((changes): Changed => ({ type: 'DutiesChanged', data: { changes } }));
const raised = fc
  .record({ duty, warning, addressee: holder })
  .map(({ warning: { step, to, at }, ...told }): DutyWarningEvent => ({
    type: 'DutyWarningRaised',
    data: { ...told, step, to, at, kind: 'review', due: null },
  }));

const { newId } = seededEntropy();

/** One after the other in the log, some within the same millisecond. */
const history = fc
  .array(fc.tuple(stream, fc.oneof({ weight: 3, arbitrary: changed }, raised), fc.nat(86_400_000)), {
    maxLength: 30,
  })
  .map((events) => {
    let at = epochMsOf(START);
    return events.map(([name, event, pause], index): Recorded<Message> => ({
      ...event,
      header: someHeader({
        id: newId(),
        type: event.type,
        stream: name,
        rev: index,
        case: name.startsWith('case-') ? name.slice('case-'.length) : null,
        recordedAt: instantOf((at += pause % 3 === 0 ? 0 : pause)),
      }),
      position: `business:${String(index + 1)}` as Position,
      leafHash: '0'.repeat(64),
    }));
  });

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
beforeEach(() => pool.query(`truncate ${projection.tables.join(', ')}`));

const rowsOf = async (query: string) => (await pool.query<Record<string, unknown>>(query)).rows;

const instants = (...columns: readonly string[]): string =>
  columns
    .map((column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`)
    .join(', ');

/** The tables as the ledgers tell them. */
const stored = async () => ({
  duties: await rowsOf(
    `select stream, duty, kind, case_id, case_court, nullif(due, 'infinity')::text as due, provisional, status, waiver,
            opened_event, opened_rev, ${instants('opened_at', 'closed_at')}, closed_on::text, closed_event
       from duties order by stream, duty`,
  ),
  holders: await rowsOf(
    `select stream, duty, place, court, division, post, person, party, held_event,
            ${instants('held_from', 'held_until', 'succeeded_at')}
       from duty_holders order by stream, duty, place`,
  ),
  raised: await rowsOf(
    `select stream, duty, step, recipient, ${instants('at')}, event from raised_warnings
      order by stream, duty, step, recipient, at`,
  ),
  waiting: await rowsOf(
    `select stream, duty, step, recipient, ${instants('at')} from duty_warnings
      order by stream, duty, step, recipient, at`,
  ),
});

type Raised = Recorded<DutyWarningEvent>;
const isRaised = (event: Recorded<Message>): event is Raised => event.type === 'DutyWarningRaised';
const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function told(events: readonly Recorded<Message>[]) {
  const streams = [...new Set(events.map(({ header }) => header.stream))].sort();
  const ledgers = streams.map((name) => {
    const own = events.filter(({ header }) => header.stream === name);
    return [name, ledgerOf(rulebook, own), raisedIn(own)] as const;
  });
  const rows = ledgers.flatMap(([name, ledger, warned]) => ledgerRows(name, ledger, warned));
  return {
    duties: rows.map(({ duties }) => duties),
    holders: rows.flatMap(({ holders }) => holders),
    raised: rows.flatMap((one) => one.raised),
    waiting: rows.flatMap((one) => one.waiting),
  };
}

/** The first of each warning that was raised of a duty that had been opened. */
function raisedIn(own: readonly Recorded<Message>[]): ReadonlyMap<string, Raised> {
  const first = own
    .filter(isRaised)
    .filter((event) => ledgerOf(rulebook, own.slice(0, own.indexOf(event))).has(event.data.duty));
  return new Map(first.toReversed().map((event) => [warningKey(event.data), event]));
}

function ledgerRows(name: string, ledger: DutyLedger, warned: ReadonlyMap<string, Raised>) {
  const numbered = name.startsWith('case-') ? name.slice('case-'.length) : null;
  return [...ledger.values()]
    .toSorted((a, b) => (a.terms.duty < b.terms.duty ? -1 : 1))
    .map(({ terms, opened, holders, status, closed, waiver }) => {
      const key = { stream: name, duty: terms.duty };
      const foreseen = new Map(terms.warnings.map((one) => [warningKey({ ...one, duty: terms.duty }), one]));
      const warnings = [...foreseen].filter(([text]) => status === 'open' && !warned.has(text));
      return {
        duties: {
          ...key,
          kind: terms.kind,
          case_id: numbered,
          case_court: numbered?.includes('黔01民终') ? '黔01' : '黔0102',
          due: terms.due,
          provisional: terms.provisional,
          status,
          waiver,
          opened_event: opened.event,
          opened_rev: opened.rev,
          opened_at: opened.at,
          closed_at: closed?.at ?? null,
          closed_on: closed ? chinaDateOf(closed.at) : null,
          closed_event: closed?.event ?? null,
        },
        holders: holders.map((held, place) => ({
          ...key,
          place,
          ...held.holder,
          held_event: held.event,
          held_from: held.at,
          held_until: holders[place + 1]?.at ?? closed?.at ?? null,
          succeeded_at: holders[place + 1]?.at ?? null,
        })),
        raised: [...warned.values()]
          .filter(({ data }) => data.duty === terms.duty)
          .map(({ data: { step, to, at }, header }) => ({
            ...key,
            step,
            recipient: to,
            at,
            event: header.id,
          }))
          .toSorted(byText),
        waiting: warnings
          .map(([, { step, to, at }]) => ({ ...key, step, recipient: to, at }))
          .toSorted(byText),
      };
    });
}

const COUNTS = `
  select count(*)::int as opened, count(*) filter (where status = 'open')::int as open,
         count(*) filter (where status = 'discharged')::int as discharged,
         count(*) filter (where status = 'waived')::int as waived
    from duties`;

/** Open duties that have not exactly one holder now, and closed ones that have any. */
const WITHOUT_ONE_HOLDER = `
  select stream, duty from duties join duty_holders using (stream, duty)
   group by stream, duty, status
  having count(*) filter (where held_until is null) <> case status when 'open' then 1 else 0 end
      or count(*) filter (where succeeded_at is null) <> 1`;

it('the tables are the ledgers folded from the events, whatever the pages that filled them', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 31 }), async (events, size) => {
      await pool.query(`truncate ${projection.tables.join(', ')}`);
      for (let from = 0; from < events.length; from += size)
        await projection.apply(sqlOf(pool), events.slice(from, from + size));
      expect(await stored()).toEqual(told(events));
    }),
  );
});

it('at every moment what was opened is discharged, waived or open, and what is open has one holder', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (events) => {
      await pool.query(`truncate ${projection.tables.join(', ')}`);
      for (const event of events) {
        await projection.apply(sqlOf(pool), [event]);
        const [counts] = await rowsOf(COUNTS);
        const { opened, open, discharged, waived } = counts as Record<string, number>;
        expect(opened).toBe(Number(open) + Number(discharged) + Number(waived));
        expect(await rowsOf(WITHOUT_ONE_HOLDER)).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
