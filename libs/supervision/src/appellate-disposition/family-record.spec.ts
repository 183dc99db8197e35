import type { Ancestor } from '../case-file/ancestors';
import type { CaseStage } from '../case/case-vocabulary';
import type { CaseRegistration } from '../case/case.events';
import type { AppellateDispositionEvent } from './appellate-disposition.events';
import { appealedAgainst, earlierDispositions, isFamilyComplete } from './family-record';

const registration = (stage: CaseStage): CaseRegistration => ({
  caseNumber: null,
  printedNumber: null,
  court: { code: '黔01', name: null },
  caseType: 'criminal',
  stage,
  cause: null,
  filedOn: null,
  handlingJudge: null,
  panel: [],
  soleJudge: null,
  trialForm: null,
  publishedAt: null,
});

type Member = Ancestor<AppellateDispositionEvent>;
const member = (caseId: string, stage: CaseStage, ...more: Member['events']): Member => ({
  caseId,
  events: [{ type: 'CaseRegistered', data: registration(stage) }, ...more],
});
const from = (origin: string, kind: 'appeal' | 'remand' | 'deathPenaltyReview') =>
  ({ type: 'CaseLinked', data: { origin, kind } }) as const;
const remand = {
  type: 'AppellateDispositionRecorded',
  data: {
    status: 'signed',
    assessment: { finding: 'notAssessable', findings: [] },
    disposition: {
      court: registration('secondInstance').court,
      procedure: 'criminal',
      stage: 'deathPenaltyReview',
      decidedOn: '2010-06-18',
      document: '裁定书',
      appealedBy: ['procuratorate'],
      parts: [
        { subject: '被告人一', outcome: 'remand', grounds: ['criminal-facts-unclear'] },
        { subject: '被告人二', outcome: 'approval', grounds: [] },
      ],
    },
  },
} as const;

describe('what was decided before in a family', () => {
  const review = member('复核', 'deathPenaltyReview', from('二审', 'deathPenaltyReview'), remand);

  it('is told part by part', () => {
    expect(earlierDispositions([review])).toMatchObject([
      { caseNo: '复核', decidedOn: '2010-06-18', subject: '被告人一', outcome: 'remand', protested: true },
      { caseNo: '复核', subject: '被告人二', outcome: 'approval' },
    ]);
  });

  it.each([
    ['newTrialSecondInstance', 'secondInstance'],
    ['newTrialFirstInstance', 'firstInstance'],
  ] as const)('was remanded to the instance of the case that came out of it: %s', (stage, instance) => {
    const tried = member('重审', stage, from('复核', 'remand'));
    expect(earlierDispositions([tried, review])[0]?.remandedTo).toBe(instance);
  });

  it('leaves open where it was remanded to while no case has come out of it', () => {
    expect(earlierDispositions([review])[0]?.remandedTo).toBeUndefined();
  });
});

describe('what an appeal is directed against', () => {
  const decided = (document: string | null) =>
    ({
      type: 'DispositionRecorded',
      data: { disposition: 'upheld', printed: null, document, decidedOn: null, articles: [] },
    }) as const;
  const appeal = [from('一审', 'appeal').data];

  it.each([
    [['判决书'], 'judgment'],
    [['判决书', '裁定书'], 'ruling'],
    [['调解书'], undefined],
    [[null], undefined],
    [[], undefined],
  ])('is the last document of the case that it came from: %j gives %s', (documents, expected) => {
    const first = member('一审', 'firstInstance', ...documents.map(decided));
    expect(appealedAgainst(appeal, [first])).toBe(expected);
  });

  it('is not told by a case that it did not come from by appeal', () => {
    const first = member('一审', 'firstInstance', decided('判决书'));
    expect(appealedAgainst([from('一审', 'remand').data], [first])).toBeUndefined();
  });
});

describe('a family', () => {
  const first = member('一审', 'firstInstance');
  const appeal = [from('一审', 'appeal').data];

  it('is complete down to its first instance', () => {
    expect(isFamilyComplete(registration('firstInstance'), [], [])).toBe(true);
    expect(isFamilyComplete(registration('secondInstance'), appeal, [first])).toBe(true);
  });

  it('is incomplete where a case is missing or came from nowhere', () => {
    expect(isFamilyComplete(registration('secondInstance'), [], [])).toBe(false);
    expect(isFamilyComplete(registration('secondInstance'), appeal, [{ caseId: '一审', events: [] }])).toBe(
      false,
    );
    expect(isFamilyComplete(registration('retrial'), appeal, [member('二审', 'secondInstance')])).toBe(false);
  });
});
