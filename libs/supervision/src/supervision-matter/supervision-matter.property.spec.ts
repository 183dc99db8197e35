import fc from 'fast-check';
import { clausesInForce, courtAt, courtWithId, holdersOn, postKindOf } from '@liuhen/courts';
import { isRefusal, type DutyHolder, type DutyTerms } from '@liuhen/kernel';
import { evolveMatter } from '../matter-rules/evolve-matter';
import { instrumentRulesOf, MATTER_POLICY } from '../matter-rules/instrument-policy';
import { isOver } from '../matter-rules/instruments';
import { isUnfinished, type Matter, type MatterState } from '../matter-rules/matter';
import { isAimedAt } from '../matter-rules/owed';
import { supervisionMatterEvents } from './supervision-matter.events';
import { lives } from './testing/random-lives';
import type { InquiryStory } from './testing/inquiry-story';

const RUNS = { numRuns: 25 };
const DAY = '2026-03-02';

interface Moment {
  readonly event: InquiryStory['events'][number];
  readonly before: MatterState;
  readonly after: Matter;
}

/** Each event, with the matter before and after it. */
function momentsOf({ events }: InquiryStory): readonly Moment[] {
  const moments: Moment[] = [];
  let before: MatterState = { status: 'none' };
  for (const event of events) {
    const after = evolveMatter(before, event, event.header);
    if (after.status === 'begun') moments.push({ event, before, after });
    before = after;
  }
  return moments;
}

const chargesIn = ({ events }: InquiryStory): readonly DutyTerms[] =>
  events.flatMap(({ data }) => data.charges);

/** Owed by those aimed at; all else is the issuing side's. */
const ANSWERS = new Set(['matterReceipt', 'matterReply', 'rectification']);

describe('whoever tries whatever in the life of a matter', () => {
  it('who owes is who the ledger says', () => {
    fc.assert(
      fc.property(lives, ({ ledger, matter }) => {
        const open = [...ledger.values()].filter(({ status }) => status === 'open').map(({ terms }) => terms);
        expect(open).toEqual([...matter.open.values()]);
      }),
      RUNS,
    );
  });

  it('each duty has a name of its own, and a holder that is there', () => {
    fc.assert(
      fc.property(lives, (story) => {
        const charges = chargesIn(story);
        expect(new Set(charges.map(({ duty }) => duty)).size).toBe(charges.length);
        for (const { holder } of charges) expect(isThere(story, holder)).toBe(true);
      }),
      RUNS,
    );
  });

  it('a matter is over, or somebody owes the next step', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { after } of momentsOf(story)) expect(after.open.size === 0).toBe(isOver(after.stage));
      }),
      RUNS,
    );
  });

  it('nobody at whom it is aimed does what the issuing side owes', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { event, before } of momentsOf(story)) {
          if (before.status === 'none') continue;
          const kinds = event.data.fulfils.map((duty) => before.open.get(duty)?.kind ?? 'none');
          if (kinds.some((kind) => !ANSWERS.has(kind)))
            expect(isAimedAt(before, event.header.actor)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('what is closed out has nothing left to be put right', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { after } of momentsOf(story))
          if (['closedOut', 'followedUp', 'archived', 'cancelled'].includes(after.stage))
            expect([...after.items.values()].filter(isUnfinished)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('each item that is not finished is owed by somebody, and no other', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { after } of momentsOf(story)) {
          const owed = [...after.open.values()].filter(({ kind }) => kind.startsWith('rectification'));
          const items = [...after.items.values()].filter(isUnfinished).map(({ duty }) => duty);
          expect(items.toSorted()).toEqual(owed.map(({ duty }) => duty).toSorted());
        }
      }),
      RUNS,
    );
  });

  it('is returned and extended as often as the rules say, and no more often', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { after } of momentsOf(story)) {
          const limits = limitsOf(story, after);
          expect(after.returns).toBeLessThanOrEqual(limits.returns);
          expect(after.extensions).toBeLessThanOrEqual(limits.extensions);
        }
      }),
      RUNS,
    );
  });

  it('no answer is accepted that leaves a demand open', () => {
    fc.assert(
      fc.property(lives, (story) => {
        for (const { event, before } of momentsOf(story))
          if (event.type === 'ReplyAccepted') expect(before).toMatchObject({ unsatisfied: 0 });
      }),
      RUNS,
    );
  });

  it('comes to every end that it can have', () => {
    const told = fc.sample(lives, { numRuns: 120, seed: 1 }).flatMap(({ events }) => events);
    const seen = new Set(told.map(({ type }) => type));
    expect([...seen].toSorted()).toEqual(Object.keys(supervisionMatterEvents).toSorted());
  });
});

function limitsOf({ facts }: InquiryStory, { content, issuer }: Matter) {
  const court = courtAt(facts.courts, issuer.court, DAY)?.id ?? '';
  const clauses = clausesInForce(facts.policies, facts.courts, MATTER_POLICY, court, DAY);
  const rules = instrumentRulesOf(content.instrument, clauses);
  if (isRefusal(rules)) throw rules;
  return rules.limits;
}

function isThere({ facts }: InquiryStory, { court, post, person }: DutyHolder): boolean {
  const record = facts.posts.get(post);
  const holders = holdersOn(facts.posts, post, DAY).map((tenure) => tenure.person);
  const isNamed = postKindOf(record?.kind ?? '')?.seats === 'one' || holders.includes(person ?? '');
  return isNamed && courtWithId(facts.courts, record?.court ?? '', DAY)?.code === court;
}
