import { assess } from '../assess';
import type { AppellateDecision, EarlierDisposition } from '../decision';
import type { Judgement } from '../../../law/finding';

export type Expected = Judgement | 'silent';

/** One rule, what it says, why, and of which decision. */
export type RuleCase = readonly [
  code: string,
  expected: Expected,
  because: string,
  decision: AppellateDecision,
  earlier?: readonly EarlierDisposition[],
  familyComplete?: boolean,
];

/** Open questions about the past, or about what no text settles: not for a drafter to answer. */
const flagged = new Set([
  'family-complete',
  'mandatory-remand',
  'omitted-party-mediation',
  'once-only-across-stages',
  'second-remand-former-limits',
  'second-ordered-retrial',
]);
/** Turn on the past in one case, and on the draft itself in another; or rest on a text that was not read. */
const sometimesFlagged = new Set([
  'outcome-permitted',
  'second-remand-criminal',
  'second-remand-after-death-review',
  'remand-reasons-stated',
]);
/** Where reasons are given, whether they suffice is for procedure. */
const procedural = new Set(['avoidable-remand', 'death-remand-passed-down']);

/** The three cases of a rule that turns on one fact: as the law asks, as it forbids, and unknown. */
export const threeWays = <Fact>(
  code: string,
  because: string,
  [asked, forbidden]: readonly [Fact, Fact],
  decisionFor: (fact: Fact | undefined) => AppellateDecision,
  ...earlier: readonly EarlierDisposition[]
): readonly RuleCase[] => [
  [code, 'justified', because, decisionFor(asked), earlier],
  [code, 'contrary', because, decisionFor(forbidden), earlier],
  [code, 'notAssessable', because, decisionFor(undefined), earlier],
];

/** Runs the cases, and sees to it that every one of the rules is shown to judge in two ways at least. */
export function describeRules(
  subject: string,
  rules: readonly { readonly code: string }[],
  cases: readonly RuleCase[],
): void {
  describe(subject, () => {
    it.each(cases.map((each) => [each[0], each[1], each[2], each] as const))(
      '%s is %s where %s',
      (code, expected, _because, [, , , decision, earlier = [], complete = true]) => {
        const said = assess(decision, earlier, complete).findings.find((each) => each.code === code);
        expect(said?.finding ?? 'silent').toBe(expected);
      },
    );

    it.each(rules.map(({ code }) => code))('is shown to judge %s in two ways at least', (code) => {
      const ways = new Set(cases.filter(([each]) => each === code).map(([, expected]) => expected));
      expect(ways.size).toBeGreaterThan(1);
    });

    it('asks of a draft what its drafter can give, and flags the rest', () => {
      const effects = cases.flatMap(([, , , decision, earlier = [], complete = true]) =>
        assess(decision, earlier, complete).findings.map(({ code, finding, inDraft }) => ({
          code,
          finding,
          inDraft,
        })),
      );
      const unfit = effects.filter(({ code, finding, inDraft }) => {
        if (finding === 'contrary') return inDraft !== 'refuse';
        if (finding === 'justified') return inDraft !== 'pass';
        if (sometimesFlagged.has(code)) return inDraft === 'pass';
        return flagged.has(code) ? inDraft !== 'flag' : inDraft !== 'refuse' && !procedural.has(code);
      });
      expect(unfit).toEqual([]);
    });

    it('says in Chinese what is wrong or missing, and by which law', () => {
      const bare = cases
        .flatMap(
          ([, , , decision, earlier = [], complete = true]) => assess(decision, earlier, complete).findings,
        )
        .filter(
          ({ finding, law, missing = [], message }) =>
            !/[\u4e00-\u9fff]/.test(message) ||
            (finding === 'notAssessable' && missing.length === 0 && law.length === 0) ||
            (finding === 'contrary' && law.length === 0),
        );
      expect(bare).toEqual([]);
    });
  });
}
