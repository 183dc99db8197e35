import { assess } from './assess';
import { renderCitation } from '../../law/citation';
import type { AppellateDecision, DispositionPart, EarlierDisposition } from './decision';
import { judgeDraft } from './draft';
import type { Assessment } from '../../law/finding';

const decision = (
  facts: Omit<AppellateDecision, 'parts'>,
  part: Omit<DispositionPart, 'grounds'>,
): AppellateDecision => ({ ...facts, parts: [{ grounds: [], ...part }] });

const articlesOf = ({ findings }: Assessment, code: string): readonly string[] =>
  findings.find((each) => each.code === code)?.law.map(renderCitation) ?? [];

const CrPL = '《中华人民共和国刑事诉讼法》（2012年修正）';
const breaches = ['一', '二', '三', '四', '五'].map((item) => `${CrPL}第二百二十七条第（${item}）项`);
const newPanel = `${CrPL}第二百二十八条`;

/** （2014）新刑初字第134号: remanded in 2016, judged anew, remanded again in 2017. */
describe('a published criminal case that was remanded twice', () => {
  const remand = (decidedOn: string, printedGrounds: readonly string[]) =>
    decision(
      { procedure: 'criminal', stage: 'secondInstance', decidedOn, appealAgainst: 'judgment' },
      { outcome: 'remand', printedGrounds },
    );
  const first = remand('2016-05-13', ['程序违法；认定事实不清']);
  const second = remand('2017-02-20', ['程序违法']);
  const earlier: readonly EarlierDisposition[] = [
    {
      caseNo: '（2015）运中刑一抗字第22号',
      decidedOn: '2016-05-13',
      procedure: 'criminal',
      stage: 'secondInstance',
      outcome: 'remand',
      grounds: [],
      printedGrounds: ['程序违法；认定事实不清'],
    },
  ];

  it.each([true, false])(
    'leaves the first remand open (family complete: %s), naming the articles of 2012',
    (complete) => {
      const assessed = assess(first, [], complete);
      expect(assessed.finding).toBe('notAssessable');
      expect(articlesOf(assessed, 'ground-stated')).toEqual([
        ...breaches,
        newPanel,
        '《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》（法释〔2012〕21号）第三百二十九条',
        `${CrPL}第二百二十五条第一款第（三）项`,
      ]);
    },
  );

  it.each([true, false])(
    'leaves the second remand open (family complete: %s): only a breach in the new trial allows it',
    (complete) => {
      const assessed = assess(second, earlier, complete);
      expect(assessed.finding).toBe('notAssessable');
      expect(articlesOf(assessed, 'ground-stated')).toEqual(expect.arrayContaining([...breaches, newPanel]));
      const again = assessed.findings.find(({ code }) => code === 'second-remand-criminal');
      expect(again).toMatchObject({ finding: 'notAssessable', part: 0, field: 'parts.0.breachInNewTrial' });
      expect(again?.message).toContain(
        '（2015）运中刑一抗字第22号（2016-05-13，所印理由：程序违法；认定事实不清）',
      );
      expect(again?.message).toContain('仅在重审程序有法定违法情形时才可再次发回');
      expect(articlesOf(assessed, 'second-remand-criminal')).toEqual(
        expect.arrayContaining([`${CrPL}第二百二十五条第二款`, ...breaches, newPanel]),
      );
    },
  );

  it('shows for each article what the record would have to show', () => {
    const missing = assess(second, earlier, true).findings.find(
      ({ code }) => code === 'ground-stated',
    )?.missing;
    expect(missing).toContain(`${CrPL}第二百二十七条第（二）项（未核对原文）：违反回避制度的`);
  });
});

describe('a second civil remand on facts in 2024', () => {
  const second: AppellateDecision = {
    procedure: 'civil',
    stage: 'secondInstance',
    decidedOn: '2024-09-10',
    appealAgainst: 'judgment',
    reasons: '结算主体不清',
    parts: [
      {
        outcome: 'remand',
        grounds: ['civil-basic-facts-unclear'],
        unclearFacts: ['结算主体'],
        whyNotFindable: '须追加当事人',
      },
    ],
  };
  const earlier: readonly EarlierDisposition[] = [
    {
      caseNo: '（2023）黔02民终1号',
      decidedOn: '2023-03-01',
      procedure: 'civil',
      stage: 'secondInstance',
      outcome: 'remand',
      grounds: ['civil-basic-facts-unclear'],
    },
  ];

  it('is contrary to article 177, paragraph 2, and refused as a draft under the same code', () => {
    const assessed = assess(second, earlier, true);
    expect(assessed.finding).toBe('contrary');
    expect(articlesOf(assessed, 'second-remand-civil')).toEqual([
      '《中华人民共和国民事诉讼法》（2023年修正）第一百七十七条第二款',
    ]);
    expect(judgeDraft(assessed)).toMatchObject({
      verdict: 'refused',
      refusals: [{ code: 'second-remand-civil' }],
    });
  });
});

describe('published decisions that print less than the law asks', () => {
  it.each([
    [
      'a criminal change under the item that orders it',
      decision(
        {
          procedure: 'criminal',
          stage: 'secondInstance',
          decidedOn: '2017-10-27',
          appealAgainst: 'judgment',
        },
        {
          outcome: 'substitutedJudgment',
          printedGrounds: ['适用法律错误'],
          printedArticles: ['中华人民共和国刑事诉讼法第二百二十五条第一款第（二）项'],
        },
      ),
      ['no-heavier-penalty'],
    ],
    [
      'a criminal change that prints the paragraph on repeated remands',
      decision(
        {
          procedure: 'criminal',
          stage: 'secondInstance',
          decidedOn: '2019-03-29',
          appealAgainst: 'judgment',
        },
        { outcome: 'substitutedJudgment', printedArticles: ['中华人民共和国刑事诉讼法第二百三十六条第二款'] },
      ),
      ['ground-stated', 'no-heavier-penalty'],
    ],
    [
      'a civil remand without a date',
      decision(
        { procedure: 'civil', stage: 'secondInstance', decidedOn: undefined },
        { outcome: 'remand', printedGrounds: ['认定事实不清'] },
      ),
      ['law-in-force'],
    ],
    [
      'a civil order to retry for an error of law',
      decision(
        { procedure: 'civil', stage: 'retrialReview', decidedOn: '2016-04-29' },
        { outcome: 'orderedRetrial', printedGrounds: ['适用法律错误'] },
      ),
      ['ground-stated', 'ordered-retrial-excluded', 'ordered-retrial-origin', 'retrial-reasons-stated'],
    ],
    [
      'a civil remand on retrial',
      decision(
        { procedure: 'civil', stage: 'retrialBySecondInstance', decidedOn: '2024-03-11' },
        { outcome: 'remand' },
      ),
      ['ground-stated', 'retrial-reasons-stated'],
    ],
    [
      'a criminal order to retry that prints its articles',
      decision(
        { procedure: 'criminal', stage: 'retrialReview', decidedOn: '2014-12-29' },
        {
          outcome: 'orderedRetrial',
          printedGrounds: ['认定事实不清、证据不足'],
          printedArticles: [
            '中华人民共和国刑事诉讼法第二百四十二条第（二）项、第（三）项',
            '中华人民共和国刑事诉讼法第二百四十三条第二款',
            '中华人民共和国刑事诉讼法第二百四十四条',
          ],
        },
      ),
      ['ordered-retrial-criminal-court', 'ordered-retrial-origin'],
    ],
  ])('leave open %s', (_what, published, open) => {
    const { finding, findings } = assess(published, [], true);
    expect(finding).toBe('notAssessable');
    const codes = findings.filter((each) => each.finding === 'notAssessable').map(({ code }) => code);
    expect([...codes].sort()).toEqual(open);
  });
});
