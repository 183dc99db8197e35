import fc from 'fast-check';
import { assess } from './assess';
import { versionOf } from '../../law/citation';
import type { AppellateDecision, DispositionPart, EarlierDisposition } from './decision';
import { judgeDraft } from './draft';
import type { Judgement } from '../../law/finding';
import { ruleTable } from './rule-table';
import { courtLevels, outcomes, procedures, stages } from '../../law/vocabulary';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Key[]));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const text = fc.constantFrom('', ' ', '理由');
const flag = maybe(fc.boolean());
const day = fc.constantFrom(
  undefined,
  '不详',
  '1985-01-01',
  '2012-12-31',
  '2013-01-01',
  '2015-03-15',
  '2015-05-01',
  '2018-10-26',
  '2021-03-01',
  '2024-06-03',
);
const grounds = fc.array(fc.constantFrom('unknown-code', ...ruleTable.map(({ code }) => code)), {
  maxLength: 3,
});
const printedGrounds = fc.array(
  fc.constantFrom('程序违法；认定事实不清', '适用法律错误', '量刑不当', '新证据', '遗漏当事人', '未知'),
  { maxLength: 2 },
);
const printedArticles = fc.array(
  fc.constantFrom(
    '中华人民共和国刑事诉讼法第二百二十五条第一款第（二）项',
    '中华人民共和国刑事诉讼法第二百三十八条',
    '中华人民共和国民事诉讼法第一百七十七条第一款',
    '中华人民共和国行政诉讼法第八十九条第一款第四项',
    '中华人民共和国刑法第二百三十四条',
  ),
  { maxLength: 2 },
);

const answers = (...names: readonly string[]) =>
  maybe(fc.record(Object.fromEntries(names.map((name) => [name, flag]))));

/** What a part's record may say or leave unsaid. */
const partFacts = {
  unclearFacts: maybe(fc.array(text, { maxLength: 2 })),
  findableHere: flag,
  whyNotFindable: maybe(text),
  whyRemandedAnyway: maybe(text),
  factsClarified: flag,
  basicFactsTriedBelow: flag,
  mediation: maybe(fc.constantFrom('failed', 'refused', 'notOffered')),
  partiesAgreed: flag,
  actionMeetsConditions: flag,
  separableFromOthers: flag,
  remandScope: maybe(fc.constantFrom('whole', 'compensationOnly')),
  breachInNewTrial: flag,
  penaltyChange: maybe(fc.constantFrom('lighter', 'same', 'heavier')),
  protested: flag,
  heavierThanFirstSentence: flag,
  outsideRetrialScope: flag,
  firstInstanceSentence: maybe(fc.constantFrom('death', 'suspendedDeath', 'other')),
  ruledOnAdministrativeAct: flag,
  orderedTo: maybe(fc.constantFrom('originalCourt', 'otherCourt')),
  whyOriginalCourt: maybe(text),
  orderConditions: answers(
    'effectiveAtFirstInstance',
    'manyPartiesOrAllCitizens',
    'decidedByAdjudicationCommittee',
  ),
  orderExclusions: answers('alreadyRetried', 'judgeCorruption', 'needsUniformLaw', 'otherwiseUnfit'),
} as const;

const decisionFacts = {
  courtLevel: maybe(keys(courtLevels)),
  appealAgainst: maybe(fc.constantFrom('judgment', 'ruling')),
  appealedBy: maybe(
    fc.array(fc.constantFrom('defendantSide', 'procuratorate', 'privateProsecutor', 'party')),
  ),
  retrialOrigin: maybe(fc.constantFrom('partyApplication', 'upperCourtMotion', 'protest', 'ownCourtMotion')),
  reasons: maybe(text),
} as const;

const part: fc.Arbitrary<DispositionPart> = fc.record({
  subject: maybe(fc.constantFrom('甲', '乙')),
  outcome: keys(outcomes),
  grounds,
  printedGrounds,
  printedArticles,
  ...partFacts,
});

const decision: fc.Arbitrary<AppellateDecision> = fc.record({
  procedure: keys(procedures),
  stage: keys(stages),
  decidedOn: day,
  parts: fc.array(part, { maxLength: 3 }),
  ...decisionFacts,
});

const earlier: fc.Arbitrary<readonly EarlierDisposition[]> = fc.array(
  fc.record({
    caseNo: fc.constant('（2011）黔02刑终1号'),
    decidedOn: day,
    procedure: keys(procedures),
    stage: keys(stages),
    outcome: fc.constantFrom('remand', 'orderedRetrial', 'orderToHear'),
    subject: maybe(fc.constantFrom('甲', '乙')),
    grounds,
    printedGrounds,
    printedArticles,
    protested: flag,
    remandedTo: maybe(fc.constantFrom('firstInstance', 'secondInstance')),
  }),
  { maxLength: 3 },
);

const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 300, seed: 20240603 });

const contrary: Judgement = 'contrary';

describe('assess, whatever the decision', () => {
  it('never throws, and says the same of the same', () => {
    check(
      fc.property(decision, earlier, fc.boolean(), (d, before, complete) => {
        expect(assess(d, before, complete)).toEqual(
          assess(structuredClone(d), structuredClone(before), complete),
        );
      }),
    );
  });

  it('never calls an incomplete family lawful', () => {
    check(
      fc.property(decision, earlier, (d, before) => {
        expect(assess(d, before, false).finding).not.toBe('justified');
      }),
    );
  });

  it('never makes a violation of silence', () => {
    check(
      fc.property(decision, fc.boolean(), ({ procedure, stage, decidedOn, parts }, complete) => {
        const silent = parts.map(({ outcome }) => ({ outcome, grounds: [] }));
        expect(assess({ procedure, stage, decidedOn, parts: silent }, [], complete).finding).toBe(
          'notAssessable',
        );
      }),
    );
  });

  it('is not led to a violation by forgetting a fact', () => {
    const partNames = fc.subarray(Object.keys(partFacts));
    const decisionNames = fc.subarray(Object.keys(decisionFacts));
    const without = <T extends object>(facts: T, names: readonly string[]): T => ({
      ...facts,
      ...Object.fromEntries(names.map((name) => [name, undefined])),
    });
    check(
      fc.property(decision, earlier, partNames, decisionNames, (d, before, ofPart, ofDecision) => {
        const forgotten = without({ ...d, parts: d.parts.map((each) => without(each, ofPart)) }, ofDecision);
        const earlierForgotten = before.map((each) => without(each, ['protested', 'remandedTo']));
        fc.pre(assess(forgotten, earlierForgotten, false).finding === contrary);
        expect(assess(d, before, true).finding).toBe(contrary);
      }),
    );
  });

  it('is not led to a violation by a paraphrase', () => {
    check(
      fc.property(decision, earlier, fc.boolean(), (d, before, complete) => {
        const plain = { ...d, parts: d.parts.map((each) => ({ ...each, printedGrounds: [] })) };
        fc.pre(assess(d, before, complete).finding === contrary);
        expect(assess(plain, before, complete).finding).toBe(contrary);
      }),
    );
  });

  it('judges parts independently of their order', () => {
    check(
      fc.property(decision, earlier, fc.boolean(), (d, before, complete) => {
        const turned = { ...d, parts: [...d.parts].reverse() };
        const bySubject = (each: AppellateDecision) =>
          assess(each, before, complete)
            .findings.map(({ part: index, field, ...rest }) =>
              JSON.stringify([
                index === undefined ? null : each.parts[index],
                field?.replace(/\d+/, ''),
                rest,
              ]),
            )
            .sort();
        expect(bySubject(turned)).toEqual(bySubject(d));
      }),
    );
  });

  it('refuses as a draft exactly what it calls contrary, and what a draft must show', () => {
    check(
      fc.property(decision, earlier, fc.boolean(), (d, before, complete) => {
        const assessed = assess(d, before, complete);
        const judgement = judgeDraft(assessed);
        if (assessed.finding === 'contrary') expect(judgement.verdict).toBe('refused');
        if (assessed.finding === 'justified') expect(judgement).toEqual({ verdict: 'allowed', flags: [] });
      }),
    );
  });
});

describe('assess, of every ground and each outcome that it permits', () => {
  const permitted = ruleTable.flatMap((ground) =>
    ground.stages.flatMap((stage) =>
      ground.permits.flatMap(({ outcome }) =>
        ground.law
          .filter(({ onlyAt }) => onlyAt === undefined || onlyAt === stage)
          .map((citation) => ({ ground, stage, outcome, day: versionOf(citation).from })),
      ),
    ),
  );

  it('finds it permitted on the first day of each version that knows the ground', () => {
    const unfit = permitted.filter(({ ground, stage, outcome, day: decidedOn }) => {
      const { procedure, code } = ground;
      const { findings } = assess(
        { procedure, stage, decidedOn, parts: [{ outcome, grounds: [code] }] },
        [],
        true,
      );
      return (
        findings.some(({ finding }) => finding === contrary) ||
        findings.find((each) => each.code === 'outcome-permitted')?.finding !== 'justified'
      );
    });
    expect(permitted.length).toBeGreaterThan(300);
    expect(unfit).toEqual([]);
  });
});
