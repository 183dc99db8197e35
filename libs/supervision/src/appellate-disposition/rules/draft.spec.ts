import { assess } from './assess';
import type { AppellateDecision, EarlierDisposition } from './decision';
import { judgeDraft } from './draft';
import { civilChange, civilRemand, orderedRetrial, remandedBefore } from './testing/decisions';

const judged = (
  draft: AppellateDecision,
  earlier: readonly EarlierDisposition[] = [],
  familyComplete = true,
) => judgeDraft(assess(draft, earlier, familyComplete));

const refusalsOf = (...draft: Parameters<typeof judged>): readonly string[] => {
  const judgement = judged(...draft);
  return judgement.verdict === 'refused' ? judgement.refusals.map(({ code }) => code) : [];
};

describe('judgeDraft', () => {
  it('allows a draft that gives all that the law asks', () => {
    expect(judged(civilRemand())).toEqual({ verdict: 'allowed', flags: [] });
  });

  it('refuses a second civil remand with the code that flags it once signed', () => {
    const signed = assess(civilRemand(), [remandedBefore()], true);
    expect(signed.finding).toBe('contrary');
    expect(signed.findings[0]?.code).toBe('second-remand-civil');
    expect(refusalsOf(civilRemand(), [remandedBefore()])).toEqual(['second-remand-civil']);
  });

  it('refuses a remand for an error of law', () => {
    expect(refusalsOf(civilRemand({ part: { grounds: ['civil-law-wrong'] } }))).toEqual([
      'correction-not-remand',
    ]);
  });

  it('refuses a draft that leaves out what it must give', () => {
    const bare = civilRemand({
      reasons: undefined,
      part: { unclearFacts: undefined, whyNotFindable: undefined },
    });
    expect(refusalsOf(bare)).toEqual(['unclear-facts-listed', 'avoidable-remand', 'remand-reasons-stated']);
  });

  it('refuses a draft without a ground', () => {
    expect(refusalsOf(civilChange({ part: { grounds: [] } }))).toEqual(['ground-stated']);
  });

  it('refuses an order to retry that was not checked against the exclusions', () => {
    expect(refusalsOf(orderedRetrial({ part: { orderExclusions: undefined } }))).toEqual([
      'ordered-retrial-excluded',
    ]);
  });

  it('refuses an avoidable remand without written reasons', () => {
    expect(refusalsOf(civilRemand({ part: { findableHere: true } }))).toEqual(['avoidable-remand']);
  });

  it('sends an avoidable remand with written reasons to procedure, never to an approval', () => {
    const judgement = judged(
      civilRemand({ part: { findableHere: true, whyRemandedAnyway: '径行裁判将剥夺当事人的审级利益' } }),
    );
    expect(judgement).toMatchObject({
      verdict: 'toProcedure',
      reasons: [{ code: 'avoidable-remand', finding: 'notAssessable' }],
    });
  });

  it('flags, and does not refuse, what the drafter cannot answer', () => {
    const judgement = judged(civilChange(), [], false);
    expect(judgement).toMatchObject({ verdict: 'allowed', flags: [{ code: 'family-complete' }] });
  });

  it('flags an omitted party of whom mediation is not recorded', () => {
    const judgement = judged(civilRemand({ part: { grounds: ['civil-omitted-party'] } }));
    expect(judgement).toMatchObject({ verdict: 'allowed', flags: [{ code: 'omitted-party-mediation' }] });
  });

  it('flags an earlier remand on retrial for confirmation by hand', () => {
    const judgement = judged(civilRemand(), [remandedBefore({ stage: 'retrialBySecondInstance' })]);
    expect(judgement).toMatchObject({ verdict: 'allowed', flags: [{ code: 'once-only-across-stages' }] });
  });
});
