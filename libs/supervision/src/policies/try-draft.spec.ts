import { clausesInForce, demonstrationPolicies, type AdoptedClause } from '@liuhen/courts';
import { isRefusal } from '@liuhen/kernel';
import fc from 'fast-check';
import {
  levelsFor,
  REVIEW_POLICY,
  reviewPolicyOf,
  type ReviewedDocument,
} from '../court-rules/review-policy';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import {
  DOCUMENT_FEATURES,
  DOCUMENT_KINDS,
  type DocumentFeature,
  type DocumentKind,
} from '../law/document-features';
import { isSame, trialOf, without, type SubmittedDocument } from './try-draft';

const ON = '2026-03-02';
const { courts, policies } = guizhouFacts();

/** As the decider goes by the rules, and its event names them. */
function submitted(court: string, document: ReviewedDocument): SubmittedDocument {
  const policy = reviewPolicyOf(clausesInForce(policies, courts, REVIEW_POLICY, court, ON));
  if (isRefusal(policy)) throw policy;
  return { ...document, court, submittedOn: ON, clauses: levelsFor(policy, document).basis };
}

const judgment: ReviewedDocument = {
  kind: 'judgment',
  features: [],
  stage: 'firstInstance',
  handlerKinds: ['handlingJudge'],
};

const anyDocument: fc.Arbitrary<ReviewedDocument> = fc.record({
  kind: fc.constantFrom(...(Object.keys(DOCUMENT_KINDS) as DocumentKind[])),
  features: fc.subarray(Object.keys(DOCUMENT_FEATURES) as DocumentFeature[]),
  stage: fc.constantFrom('firstInstance', 'secondInstance', 'retrial', 'enforcement'),
  handlerKinds: fc.subarray([
    'handlingJudge',
    'deputyDivisionChief',
    'divisionChief',
    'vicePresident',
    'president',
  ]),
});

const strict: Readonly<Record<string, AdoptedClause>> = {
  'scope-2': {
    text: '第一审判决书由庭长、分管副院长逐级阅核',
    content: {
      when: { kinds: ['judgment'], stages: ['firstInstance'], withoutFeatures: ['simple'] },
      levels: ['divisionChief', 'vicePresident'],
    },
  },
};

describe('a draft that is tried', () => {
  it('shows what it would have asked for more, and what for less', () => {
    const trial = trialOf({ court: '黔0102', clauses: strict }, courts, policies);
    expect(trial(submitted('黔0102', judgment))).toEqual({
      required: ['divisionChief'],
      drafted: ['divisionChief', 'vicePresident'],
    });
    // The draft takes the place of the court's own rule, by which simple documents need no review.
    expect(trial(submitted('黔0102', { ...judgment, features: ['simple'] }))).toEqual({
      required: [],
      drafted: ['divisionChief'],
    });
  });

  it('is tried on nobody whom it would not bind', () => {
    const trial = trialOf({ court: '黔0102', clauses: strict }, courts, policies);
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('黔', '黔01', '黔0304'), (document, court) => {
        const comparison = trial(submitted(court, document));
        expect(comparison && isSame(comparison)).toBe(true);
      }),
    );
  });

  it('binds the courts that the drafting court administers, but for their own clauses', () => {
    const trial = trialOf({ court: '黔', clauses: { ...seededClauses(), ...strict } }, courts, policies);
    expect(trial(submitted('黔0304', judgment))?.drafted).toEqual(['divisionChief', 'vicePresident']);
    expect(trial(submitted('黔0102', { ...judgment, features: ['simple'] }))?.drafted).toEqual([]);
  });

  it('changes nothing where it says what the rule says', () => {
    const [own] = demonstrationPolicies;
    const trials = [
      trialOf({ court: '黔0102', clauses: own?.command.data.clauses ?? {} }, courts, policies),
      trialOf({ court: '黔', clauses: seededClauses() }, courts, policies),
    ];
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('黔0102', '黔01'), (document, court) => {
        for (const trial of trials) {
          const comparison = trial(submitted(court, document));
          expect(comparison && isSame(comparison)).toBe(true);
        }
      }),
    );
  });

  it('compares nothing where nothing was gone by, or the rule is not complete', () => {
    const trial = trialOf({ court: '黔0102', clauses: strict }, courts, policies);
    expect(trial({ ...submitted('黔0102', judgment), clauses: [] })).toBeUndefined();
    expect(trial({ ...submitted('黔0102', judgment), submittedOn: '2023-01-01' })).toBeUndefined();
    expect(trial({ ...submitted('黔0102', judgment), court: '浙01' })).toBeUndefined();
  });
});

it('tells the levels that one lacks of the other', () => {
  expect(without(['divisionChief', 'president'], ['divisionChief'])).toEqual(['president']);
});

function seededClauses(): Readonly<Record<string, AdoptedClause>> {
  return policies.get('policy-黔-pre-issue-review')?.[0]?.clauses ?? {};
}
