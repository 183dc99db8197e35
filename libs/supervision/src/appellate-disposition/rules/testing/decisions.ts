import type { AppellateDecision, DispositionPart, EarlierDisposition } from '../decision';

type Changes = Partial<Omit<AppellateDecision, 'parts'>> & { readonly part?: Partial<DispositionPart> };

/** A decision of one part, changed field by field from a sound one. */
const like =
  (sound: AppellateDecision & { readonly parts: readonly [DispositionPart] }) =>
  ({ part, ...rest }: Changes = {}): AppellateDecision => ({
    ...sound,
    ...rest,
    parts: [{ ...sound.parts[0], ...part }],
  });

const reasons = '原审对付款数额所依据的结算文件未予审理，双方对结算主体陈述相反';

export const civilRemand = like({
  procedure: 'civil',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  reasons,
  parts: [
    {
      outcome: 'remand',
      grounds: ['civil-basic-facts-unclear'],
      unclearFacts: ['结算主体', '付款数额'],
      whyNotFindable: '结算需委托鉴定并追加案外人，二审不宜径行认定',
    },
  ],
});

export const civilChange = like({
  procedure: 'civil',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  parts: [{ outcome: 'substitutedJudgment', grounds: ['civil-law-wrong'] }],
});

export const criminalRemand = like({
  procedure: 'criminal',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  appealedBy: ['defendantSide'],
  reasons,
  parts: [
    {
      outcome: 'remand',
      grounds: ['criminal-facts-unclear'],
      unclearFacts: ['作案时间'],
      whyNotFindable: '关键证人未到庭，须由一审重新调查',
    },
  ],
});

export const criminalChange = like({
  procedure: 'criminal',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  appealedBy: ['defendantSide'],
  parts: [
    { outcome: 'substitutedJudgment', grounds: ['criminal-sentence-improper'], penaltyChange: 'lighter' },
  ],
});

export const confiscationRemand = like({
  procedure: 'criminal',
  stage: 'confiscationSecondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'ruling',
  parts: [{ outcome: 'remand', grounds: ['criminal-confiscation-breach'] }],
});

export const administrativeRemand = like({
  procedure: 'administrative',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  reasons,
  parts: [{ outcome: 'remand', grounds: ['administrative-omitted-party'] }],
});

export const administrativeChange = like({
  procedure: 'administrative',
  stage: 'secondInstance',
  decidedOn: '2024-06-03',
  appealAgainst: 'judgment',
  parts: [
    { outcome: 'substitutedJudgment', grounds: ['administrative-law-wrong'], ruledOnAdministrativeAct: true },
  ],
});

export const retrialRemand = like({
  procedure: 'civil',
  stage: 'retrialBySecondInstance',
  decidedOn: '2024-06-03',
  reasons,
  parts: [
    {
      outcome: 'remand',
      grounds: ['civil-retrial-basic-facts-unclear'],
      unclearFacts: ['借款是否交付'],
      whyNotFindable: '原审以诉讼主体不适格驳回，未审理借款事实',
      basicFactsTriedBelow: false,
    },
  ],
});

export const orderedRetrial = like({
  procedure: 'civil',
  stage: 'retrialReview',
  decidedOn: '2024-06-03',
  courtLevel: 'high',
  retrialOrigin: 'partyApplication',
  reasons,
  parts: [
    {
      outcome: 'orderedRetrial',
      grounds: ['civil-review-evidence-not-examined'],
      orderExclusions: {
        alreadyRetried: false,
        decidedByItsCommittee: false,
        judgeCorruption: false,
        noRetrialJurisdiction: false,
        needsUniformLaw: false,
        otherwiseUnfit: false,
      },
    },
  ],
});

export const criminalOrderedRetrial = like({
  procedure: 'criminal',
  stage: 'retrialReview',
  decidedOn: '2024-06-03',
  courtLevel: 'high',
  retrialOrigin: 'protest',
  parts: [
    {
      outcome: 'orderedRetrial',
      grounds: ['criminal-review-protest-facts-unclear'],
      orderedTo: 'otherCourt',
    },
  ],
});

export const criminalRetrialChange = like({
  procedure: 'criminal',
  stage: 'retrialBySecondInstance',
  decidedOn: '2024-06-03',
  retrialOrigin: 'protest',
  parts: [
    {
      outcome: 'substitutedJudgment',
      grounds: ['criminal-retrial-sentence-improper'],
      penaltyChange: 'lighter',
    },
  ],
});

export const suspendedDeathChange = like({
  procedure: 'criminal',
  stage: 'suspendedDeathReview',
  decidedOn: '2024-06-03',
  courtLevel: 'high',
  parts: [
    {
      outcome: 'substitutedJudgment',
      grounds: ['criminal-suspended-death-law-wrong-or-too-heavy'],
      penaltyChange: 'lighter',
    },
  ],
});

/** An earlier remand by the second instance, on a ground of the procedure that decides. */
export const remandedBefore = (changes: Partial<EarlierDisposition> = {}): EarlierDisposition => ({
  caseNo: '（2023）黔02民终100号',
  decidedOn: '2023-05-10',
  procedure: 'civil',
  stage: 'secondInstance',
  outcome: 'remand',
  grounds: ['civil-basic-facts-unclear'],
  ...changes,
});

export const criminalRemandedBefore = (changes: Partial<EarlierDisposition> = {}): EarlierDisposition =>
  remandedBefore({
    caseNo: '（2023）黔02刑终100号',
    procedure: 'criminal',
    grounds: ['criminal-facts-unclear'],
    protested: false,
    ...changes,
  });
