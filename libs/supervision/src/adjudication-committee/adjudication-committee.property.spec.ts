import fc from 'fast-check';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { lifeOf, openDuties, type Life } from '../court-rules/testing/life-of-a-case';
import { by, document, panelFormed, registered, registration } from '../court-rules/testing/nanming-case';
import {
  adjudicationCommitteeDecider,
  type AdjudicationCommitteeCommand,
} from './adjudication-committee.decider';
import { adjudicationCommitteeDuties } from './adjudication-committee.duties';
import {
  REFERRAL_DECISIONS,
  type DecidedMatter,
  type ReferralDecision,
} from './adjudication-committee.events';
import type { HeededEvent } from './heeded-events';
import { discussed, MEMBERS, seat, sitting } from './testing/sitting';

const facts = guizhouFacts();

type Lived = Life<HeededEvent>;
type Step = (life: Lived) => {
  readonly command: AdjudicationCommitteeCommand;
  readonly act: ReturnType<typeof by>;
};

const person = fc.constantFrom(
  'chen-lei',
  'chen-lei',
  'chen-lei',
  'he-qian',
  'he-qian',
  'zhang-ming',
  'chu-yun',
  'wei-hua' as const,
);
const chairing = fc.constantFrom('chen-lei', 'chen-lei', 'chen-lei', 'chu-yun');
const committee = fc.constantFrom('1', '1', '1', '2');
const some = <Item>(items: readonly Item[]) => fc.subarray([...items]);

const referralIn = (life: Lived): string =>
  [...openDuties(life, 'committeeReferral'), ...openDuties(life, 'mandatoryCommitteeReferral')][0] ?? 'none';

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ who: person, mandatory: fc.boolean() }).map(({ who, mandatory }): Step => () => ({
    command: {
      type: 'ApplyToCommittee',
      data: { features: mandatory ? ['effectiveJudgmentWrong'] : [], reasons: '……' },
    },
    act: by(who),
  })),
  fc
    .record({
      who: person,
      decision: fc.constantFrom(
        ...(Object.keys(REFERRAL_DECISIONS) as ReferralDecision[]),
        'submit' as const,
      ),
    })
    .map(({ who, decision }): Step => (life) => ({
      command: { type: 'DecideReferral', data: { duty: referralIn(life), decision, reasons: '……' } },
      act: by(who),
    })),
  fc
    .record({ who: person, outcome: fc.constantFrom('maintained', 'changed') })
    .map(({ who, outcome }): Step => () => ({
      command: {
        type: 'ReconsiderApplication',
        data: {
          application: '1',
          outcome: outcome,
          response: '……',
          deliberation: document,
          signedBy: registration.panel,
        },
      },
      act: by(who),
    })),
  fc
    .record({
      who: person,
      committee,
      present: some(MEMBERS),
      all: fc.boolean(),
      fewer: fc.boolean(),
      chair: person,
    })
    .map(({ who, committee: id, present, all, fewer, chair }): Step => () => ({
      command: {
        type: 'ConveneCommittee',
        data: sitting({
          committee: id,
          composition: fewer ? MEMBERS.slice(2) : null,
          deviation: fewer ? '名单尚未登记' : null,
          attending: (all ? MEMBERS : present).map(seat),
          chair,
        }),
      },
      act: by(who),
    })),
  fc
    .record({
      who: person,
      committee,
      chair: chairing,
      views: fc.array(fc.constantFrom(null, null, null, 'A', 'B'), { minLength: 7, maxLength: 7 }),
      silent: some(MEMBERS),
    })
    .map(({ who, committee: id, chair, views, silent }): Step => () => {
      const held = MEMBERS.map((member, n) => [member, views[n] ?? null] as const);
      const speakers = held.filter(([member]) => silent.length > 3 || !silent.includes(member));
      return {
        command: {
          type: 'DecideMatter',
          data: {
            committee: id,
            speeches: discussed(Object.fromEntries(speakers), chair),
            reasons: '理由',
            minutes: document,
          },
        },
        act: by(who),
      };
    }),
  fc.record({ who: person, committee }).map(({ who, committee: id }): Step => () => ({
    command: { type: 'RequestReconsideration', data: { committee: id, reasons: '……' } },
    act: by(who),
  })),
  fc.record({ who: person, committee }).map(({ who, committee: id }): Step => () => ({
    command: { type: 'CarryOutDecision', data: { committee: id, document } },
    act: by(who),
  })),
);

const live = (steps: readonly Step[]): Lived =>
  lifeOf(
    adjudicationCommitteeDecider,
    adjudicationCommitteeDuties,
    facts,
    [registered, panelFormed] as readonly HeededEvent[],
    steps,
  );

/** What decides of itself: each command in turn by whoever may, so that random ones begin further on. */
const towardsDecision: readonly Step[] = [
  () => ({
    command: { type: 'ApplyToCommittee', data: { features: [], reasons: '……' } },
    act: by('he-qian'),
  }),
  (life) => ({
    command: { type: 'DecideReferral', data: { duty: referralIn(life), decision: 'submit', reasons: '……' } },
    act: by('chen-lei'),
  }),
  () => ({ command: { type: 'ConveneCommittee', data: sitting() }, act: by('chen-lei') }),
];

const steps = fc
  .tuple(fc.integer({ min: 0, max: towardsDecision.length }), fc.array(step, { maxLength: 20 }))
  .map(([begun, random]) => [...towardsDecision.slice(0, begun), ...random]);

const decisionsIn = ({ events }: Lived): readonly (readonly [DecidedMatter, readonly string[]])[] =>
  events.flatMap((event, n) => {
    if (event.type !== 'CommitteeDecided') return [];
    const sat = events
      .slice(0, n)
      .findLast(
        (earlier) => earlier.type === 'CommitteeConvened' && earlier.data.committee === event.data.committee,
      );
    return sat?.type === 'CommitteeConvened' ? [[event.data, sat.data.composition] as const] : [];
  });

describe('whatever is asked of the committee, by whomever', () => {
  it('nothing is decided but at a sitting, with a quorum, by more than half of all members who agree', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const life = live(sequence);
        const decisions = decisionsIn(life);
        expect(decisions).toHaveLength(life.events.filter(({ type }) => type === 'CommitteeDecided').length);
        for (const [{ votes, decision, resolution }, composition] of decisions) {
          expect(new Set(votes.map(({ member }) => member)).size).toBe(votes.length);
          expect(votes.every(({ member }) => composition.includes(member))).toBe(true);
          expect(votes.length * 2).toBeGreaterThan(composition.length);
          const agreeing = votes.filter(({ stance, view }) =>
            decision === 'supportsPanel' ? stance === 'panel' : view === resolution && stance === 'other',
          );
          if (decision !== 'noMajority') expect(agreeing.length * 2).toBeGreaterThan(composition.length);
        }
      }),
    );
  });

  it('is decided now and then, so that the property says something', () => {
    const drawn = fc.sample(steps, { seed: 1126, numRuns: 300 });
    const decided = drawn.flatMap((sequence) => decisionsIn(live(sequence)));
    expect(decided.some(([{ decision }]) => decision !== 'noMajority')).toBe(true);
  });

  it('what must go to the committee is never declined', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const declined = live(sequence).events.filter(
          (event) =>
            event.type === 'CommitteeReferralDecided' &&
            event.data.decision === 'decline' &&
            event.data.mandatory,
        );
        expect(declined).toEqual([]);
      }),
    );
  });

  it('the president’s advice, and a reconsideration, happen once', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const { events } = live(sequence);
        const advised = events.flatMap((event) =>
          event.type === 'CommitteeReferralDecided' && event.data.decision === 'adviseReconsideration'
            ? [event.data.application]
            : [],
        );
        expect(new Set(advised).size).toBe(advised.length);
        const asked = events.flatMap((event) =>
          event.type === 'CommitteeReconsiderationRequested' ? [event.data.committee] : [],
        );
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it('duties opened are those discharged, waived and open, each with a holder in a post that exists', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const duties = [...live(sequence).ledger.values()];
        const counted = (status: string) => duties.filter((duty) => duty.status === status).length;
        expect(counted('open') + counted('discharged') + counted('waived')).toBe(duties.length);
        expect(duties.every(({ terms }) => facts.posts.has(terms.holder.post))).toBe(true);
        expect(duties.every(({ status, closed }) => (status === 'open') === (closed === null))).toBe(true);
      }),
    );
  });
});
