import { chinaDateOf, instantOf, isRefusal, type Act, type CalendarDate } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import fc from 'fast-check';
import { emptyCourtDirectory, withCourtEvent, type CourtDirectory } from '../courts/court-directory';
import { courtStream, type CourtEvent } from '../courts/court.events';
import { covers } from '../timeline';
import {
  clausesInForce,
  emptyPolicyBook,
  policyVersionsOf,
  withPolicyEvent,
  type PolicyBook,
} from './policy-book';
import { decidePolicy, policyDecider, type PolicyCommand } from './policy.decider';
import { policyStream, type PolicyEvent } from './policy.events';
import { versionOn } from './policy-record';

const RUNS = { numRuns: 100 };
const DAYS = 30;
const POLICY = 'review';
const CLAUSES = ['a', 'b', 'c'] as const;

/** From the bottom: a basic court, and those that administer it. */
const COURTS = ['黔0102', '黔01', '黔'] as const;
const LEVELS = ['basic', 'intermediate', 'high'] as const;

const dayOf = (n: number): CalendarDate => chinaDateOf(instantOf(Date.UTC(2026, 0, 1 + n)));
const days = Array.from({ length: DAYS }, (_, n) => dayOf(n));

const evidence = { verified: true, remark: null, from: null };
const courts = COURTS.flatMap((id, n): readonly (CourtEvent & { readonly id: string })[] => {
  const above = COURTS[n + 1];
  const level = LEVELS[n] ?? 'basic';
  const data = { code: id, name: id, level, kind: 'ordinary', ...evidence } as const;
  const route = above && {
    id,
    type: 'AdministrativeSuperiorSet' as const,
    data: { to: above, until: null, ...evidence },
  };
  return [{ id, type: 'CourtEstablished', data }, ...(route ? [route] : [])];
}).reduce<CourtDirectory>(
  (directory, { id, ...event }) =>
    withCourtEvent(directory, { ...event, header: { stream: courtStream(id) } }),
  emptyCourtDirectory,
);

/** What somebody tries on the day after the one before, or on the same. */
const attempt = fc.record({
  court: fc.constantFrom(...COURTS),
  pause: fc.nat({ max: 3 }),
  start: fc.nat({ max: DAYS }),
  length: fc.option(fc.integer({ min: 1, max: DAYS }), { nil: null }),
  repealed: fc.option(fc.nat({ max: 9 }), { nil: null, freq: 2 }),
  clauses: fc.subarray([...CLAUSES], { minLength: 1 }),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;
const attempts = fc.array(attempt, { maxLength: 25 });

interface Laid {
  readonly stream: string;
  readonly event: PolicyEvent;
  readonly on: CalendarDate;
}

const commandOf = (
  { court, start, length, repealed, clauses }: Attempt,
  today: number,
  number: number,
): PolicyCommand => {
  const version = (n: number): string => `${POLICY}-${court}-2026-${String(n).padStart(2, '0')}`;
  if (repealed !== null)
    return { type: 'RepealPolicy', data: { version: version(repealed), on: dayOf(start) } };
  const from = dayOf(start);
  const until = length === null ? null : dayOf(start + length);
  const content = { adopted: today };
  return {
    type: 'AdoptPolicy',
    data: {
      policy: POLICY,
      version: version(number),
      court,
      title: '规则',
      from,
      until,
      clauses: Object.fromEntries(clauses.map((clause) => [clause, { text: '条文', content }])),
      source: { document: null, note: '', confirmed: true },
    },
  };
};

/** All that was decided of what was tried, in order. */
function live(tried: readonly Attempt[]): readonly Laid[] {
  const laid: Laid[] = [];
  let today = 0;
  for (const [number, one] of tried.entries()) {
    today += one.pause;
    const stream = policyStream(one.court, POLICY);
    const history = laid.filter((each) => each.stream === stream).map(({ event }) => event);
    const state = history.reduce(
      (record, event) => policyDecider.evolve(record, event, someHeader()),
      policyDecider.initial,
    );
    const command = commandOf(one, today, number);
    const decision = decidePolicy(command, state, actOn(today), {
      courts,
      kinds: [{ policy: POLICY, title: '规则', check: () => undefined }],
    });
    if (!isRefusal(decision)) laid.push(...decision.map((event) => ({ stream, event, on: dayOf(today) })));
  }
  return laid;
}

const actOn = (today: number): Act => someAct({ at: `${dayOf(today)}T04:00:00.000Z` });

const bookOf = (laid: readonly Laid[]): PolicyBook =>
  laid.reduce(
    (book, { stream, event }) => withPolicyEvent(book, { ...event, header: { stream } }),
    emptyPolicyBook,
  );

const inForce = (book: PolicyBook, court: string, on: CalendarDate) =>
  Object.fromEntries(clausesInForce(book, courts, POLICY, court, on));

const everything = (book: PolicyBook, on = days) =>
  on.map((day) => COURTS.map((court) => inForce(book, court, day)));

describe('the rules of courts, whatever was tried', () => {
  it('are on each day those of exactly one version of each court, or of none', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const book = bookOf(live(tried));
        for (const court of COURTS)
          for (const day of days) {
            const versions = policyVersionsOf(book, POLICY, court);
            const holding = versions.filter(({ from, ends }) => covers({ from, until: ends }, day));
            const held = versionOn(book.get(policyStream(court, POLICY)) ?? [], day);
            expect(holding.map(({ version }) => version)).toEqual(held ? [held.version] : []);
          }
      }),
      RUNS,
    );
  });

  it('are inherited clause by clause from the nearest court above that has the clause', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const book = bookOf(live(tried));
        for (const [n, court] of COURTS.entries())
          for (const day of days) {
            const chain = COURTS.slice(n).map((one) =>
              versionOn(book.get(policyStream(one, POLICY)) ?? [], day),
            );
            const nearest = CLAUSES.flatMap((clause) => {
              const version = chain.find((one) => one && clause in one.clauses);
              const content = version?.clauses[clause]?.content;
              return version ? [[clause, { basis: { policy: version.version, clause }, content }]] : [];
            });
            expect(inForce(book, court, day)).toEqual(Object.fromEntries(nearest));
          }
      }),
      RUNS,
    );
  });

  it('do not depend on the order in which events of different courts arrive', () => {
    fc.assert(
      fc.property(attempts, fc.infiniteStream(fc.nat()), (tried, chance) => {
        const laid = live(tried);
        const queues = COURTS.map((court) =>
          laid.filter(({ stream }) => stream === policyStream(court, POLICY)),
        );
        const mixed: Laid[] = [];
        while (mixed.length < laid.length) {
          const open = queues.filter((queue) => queue.length > 0);
          const next = open[(chance.next().value ?? 0) % open.length]?.shift();
          if (next) mixed.push(next);
        }
        expect(everything(bookOf(mixed))).toEqual(everything(bookOf(laid)));
      }),
      RUNS,
    );
  });

  it('are never changed for days that have passed', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const laid = live(tried);
        for (const [n, { on }] of laid.entries()) {
          const past = days.filter((day) => day < on);
          const before = everything(bookOf(laid.slice(0, n)), past);
          expect(everything(bookOf(laid.slice(0, n + 1)), past)).toEqual(before);
        }
      }),
      RUNS,
    );
  });

  it('are tried often enough to mean something', () => {
    const sample = fc.sample(attempts, { numRuns: 200, seed: 1 }).flatMap(live);
    const types = new Set(sample.map(({ event }) => event.type));
    expect([...types].sort()).toEqual(['PolicyAdopted', 'PolicyRepealed']);
    expect(sample.length).toBeGreaterThan(300);
  });
});
