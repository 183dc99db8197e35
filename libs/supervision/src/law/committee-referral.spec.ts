import { renderCitation, verification } from './citation';
import { committeeReferral, referralRules, type ReferralSubject } from './committee-referral';
import { pathOf, textOf, wordsOf } from './testing/statute-texts';

const subject = (changes: Partial<ReferralSubject>): ReferralSubject => ({
  caseType: 'criminal',
  courtLevel: 'intermediate',
  features: [],
  on: '2026-03-02',
  ...changes,
});

const codes = (changes: Partial<ReferralSubject>, demand: string) =>
  committeeReferral(subject(changes))
    .filter((referral) => referral.demand === demand)
    .map(({ code }) => code);

describe('a case that must go to the committee', () => {
  it.each<[Partial<ReferralSubject>, readonly string[]]>([
    [{ features: ['deathPenalty'] }, ['committee-death-penalty']],
    [{ features: ['deathPenalty'], courtLevel: 'high' }, ['committee-death-penalty']],
    [{ features: ['deathPenalty'], courtLevel: 'basic' }, []],
    [{ features: ['suspendedDeathPenalty'] }, ['committee-suspended-death-penalty']],
    [{ features: ['suspendedDeathPenalty'], courtLevel: 'high' }, []],
    [
      { features: ['suspendedDeathPenalty'], courtLevel: 'high', on: '2021-02-28' },
      ['committee-death-penalty-former'],
    ],
    [{ features: ['deathPenalty'], on: '2021-03-01' }, ['committee-death-penalty']],
    [{ features: ['effectiveJudgmentWrong'] }, ['committee-effective-judgment-wrong']],
    [
      { features: ['effectiveJudgmentWrong'], caseType: 'civil', courtLevel: 'basic' },
      ['committee-effective-judgment-wrong'],
    ],
    [
      { features: ['effectiveJudgmentWrong'], caseType: 'compensation' },
      ['committee-effective-judgment-wrong'],
    ],
    [{ features: ['supervisoryProtest'] }, ['committee-supervisory-protest']],
    [{ features: ['supervisoryProtest'], caseType: 'civil' }, []],
    [{ features: ['acquittal'] }, ['committee-acquittal']],
    [{ features: ['acquittal'], on: '2019-08-01' }, []],
    [{ features: ['belowStatutoryMinimum'], courtLevel: 'basic' }, ['committee-light-punishment']],
    [{ features: ['exemptionFromPunishment'] }, ['committee-light-punishment']],
    [{ features: ['remand', 'fourType'] }, []],
    [{ features: [] }, []],
  ])('%j: %j', (changes, expected) => {
    expect(codes(changes, 'mandatory')).toEqual(expected);
  });
});

describe('a case that may go to the committee', () => {
  it.each<[Partial<ReferralSubject>, readonly string[]]>([
    [{ features: ['fourType'] }, ['committee-difficult-case']],
    [{ features: ['presidentSupervised'], caseType: 'enforcement' }, ['committee-difficult-case']],
    [{ features: ['supervisoryProtest'], caseType: 'administrative' }, ['committee-other-protest']],
    [{ features: ['supervisoryProtest'] }, []],
    [{ features: ['remand'], caseType: 'civil' }, ['committee-remand']],
    [{ features: ['orderedRetrial'], caseType: 'civil', on: '2019-08-01' }, []],
    [{ features: ['simple'], caseType: 'civil' }, []],
  ])('%j: %j', (changes, expected) => {
    expect(codes(changes, 'optional')).toEqual(expected);
  });
});

it('names the articles of the day and of the procedure', () => {
  const articles = (changes: Partial<ReferralSubject>) =>
    committeeReferral(subject({ features: ['effectiveJudgmentWrong'], ...changes })).flatMap(({ law }) =>
      law.map(({ version, article }) => `${version}${article}`),
    );
  expect(articles({ caseType: 'civil' })).toEqual([
    '2023年修正第二百零九条第一款',
    '2018年修订第三十七条第一款第（三）项',
  ]);
  expect(articles({ caseType: 'civil', on: '2018-06-01' })).toEqual(['2017年修正第一百九十八条第一款']);
  expect(articles({ caseType: 'enforcement' })).toEqual(['2018年修订第三十七条第一款第（三）项']);
});

it('says where only a text that was not compared asks for it', () => {
  const verified = (feature: 'acquittal' | 'deathPenalty') =>
    committeeReferral(subject({ features: [feature] })).map((referral) => referral.verified);
  expect(verified('acquittal')).toEqual([false]);
  expect(verified('deathPenalty')).toEqual([true]);
});

const inTexts = referralRules
  .flatMap(({ law }) => law)
  .filter((citation) => textOf[citation.statute]?.version === citation.version);
const hasAll = inTexts.every(({ statute }) => pathOf(textOf[statute]?.name ?? '') !== undefined);

(hasAll ? describe : describe.skip)('the published texts', () => {
  it.each([...new Map(inTexts.map((citation) => [renderCitation(citation), citation]))])(
    'have %s, which speaks of the committee or of what it decides',
    (_, citation) => {
      expect(verification(citation).verified).toBe(true);
      expect(wordsOf(citation)).toMatch(/审判委员会|再审|死刑/);
    },
  );
});
