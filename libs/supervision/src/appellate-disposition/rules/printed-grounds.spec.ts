import type { Forum } from '../../law/citation';
import { readPrintedArticles, readPrintedGrounds } from './printed-grounds';
import type { Procedure, Stage } from '../../law/vocabulary';

const forum = (procedure: Procedure, day: string, stage: Stage = 'secondInstance'): Required<Forum> => ({
  day,
  procedure,
  stage,
});

const civil = forum('civil', '2016-05-31');
const criminal = forum('criminal', '2016-05-13');

/** Each phrase with the grounds that it may mean. */
const read = (printed: string, at: Required<Forum>) =>
  readPrintedGrounds([printed], at).map(({ text, candidates }) => [text, candidates.map(({ code }) => code)]);

const breachesOf2012 = [
  'criminal-open-trial-breach',
  'criminal-recusal-breach',
  'criminal-rights-denied',
  'criminal-tribunal-unlawful',
  'criminal-other-breach',
  'criminal-new-trial-panel-breach',
];

describe('a printed ground', () => {
  it.each([
    ['适用法律错误', civil, ['civil-law-wrong']],
    ['认定事实不清', civil, ['civil-basic-facts-unclear']],
    ['量刑不当', criminal, ['criminal-sentence-improper']],
    ['新证据', criminal, ['criminal-law-wrong', 'criminal-sentence-improper', 'criminal-facts-unclear']],
    ['程序违法', criminal, breachesOf2012],
    ['违反法定程序', criminal, breachesOf2012],
    ['认定事实不清、证据不足', criminal, ['criminal-facts-unclear']],
    [
      '认定事实不清、证据不足',
      forum('criminal', '2014-12-29', 'retrialReview'),
      ['criminal-review-evidence-insufficient', 'criminal-review-protest-facts-unclear'],
    ],
    ['违反回避制度', criminal, ['criminal-recusal-breach']],
    ['未另行组成合议庭', criminal, ['criminal-new-trial-panel-breach']],
    ['漏判诉讼请求', civil, ['civil-claim-not-tried']],
    ['遗漏当事人', civil, ['civil-omitted-party', 'civil-necessary-party-absent']],
    ['前所未见的理由', civil, []],
  ])('%s may mean %#', (printed, at, codes) => {
    expect(read(printed, at).map(([, candidates]) => new Set(candidates))).toEqual([new Set(codes)]);
  });

  it('is split where the source strings several together', () => {
    expect(read('程序违法；认定事实不清', criminal).map(([text]) => text)).toEqual([
      '程序违法',
      '认定事实不清',
    ]);
    expect(read('认定事实错误；适用法律错误', civil)).toEqual([
      ['认定事实错误', ['civil-facts-wrong', 'civil-basic-facts-unclear']],
      ['适用法律错误', ['civil-law-wrong']],
    ]);
  });

  it('means the grounds of the day’s law', () => {
    expect(read('认定事实不清', forum('civil', '2010-05-24'))).toEqual([
      ['认定事实不清', ['civil-facts-wrong-or-unclear-before-2013']],
    ]);
  });
});

const grounds = (printed: string, at: Required<Forum>) =>
  readPrintedArticles([printed], at).map((set) => set.map(({ code }) => code));

describe('a printed article', () => {
  it.each([
    ['中华人民共和国刑事诉讼法第二百二十五条第一款第（二）项', criminal],
    ['中华人民共和国刑事诉讼法第二百二十五条第（二）项', criminal],
    ['《中华人民共和国刑事诉讼法》第二百三十六条第一款第（二）项', forum('criminal', '2019-06-06')],
  ])('%s says that one of the grounds under that item was found', (printed, at) => {
    expect(grounds(printed, at)).toEqual([['criminal-law-wrong', 'criminal-sentence-improper']]);
  });

  it.each([
    ['最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释第三百八十九条第一款第（三）项'],
    ['最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释第三百八十九条第三项'],
  ])('%s is read on retrial', (printed) => {
    const retrial = forum('criminal', '2014-07-03', 'retrialBySecondInstance');
    expect(grounds(printed, retrial)).toEqual([
      ['criminal-retrial-law-wrong', 'criminal-retrial-sentence-improper'],
    ]);
  });

  it('may name several items', () => {
    const review = forum('criminal', '2014-12-29', 'retrialReview');
    expect(grounds('中华人民共和国刑事诉讼法第二百四十二条第（二）项、第（三）项', review)).toEqual([
      ['criminal-review-evidence-insufficient'],
      ['criminal-review-law-wrong'],
    ]);
    const civilReview = forum('civil', '2015-06-26', 'retrialReview');
    expect(grounds('中华人民共和国民事诉讼法第二百条第一项、第二项、第十一项', civilReview)).toEqual([
      ['civil-review-new-evidence'],
      ['civil-review-basic-facts-unproven'],
      ['civil-review-claims-omitted-or-exceeded'],
    ]);
  });

  it('without an item leaves all grounds of the article open', () => {
    const [open = []] = grounds(
      '中华人民共和国民事诉讼法（2013年）第一百七十条第一款',
      forum('civil', '2014-05-19'),
    );
    expect(open).toEqual(
      expect.arrayContaining(['civil-judgment-right', 'civil-law-wrong', 'civil-omitted-party']),
    );
  });

  it.each([
    ['another statute', '中华人民共和国刑法第二百三十四条第一款', criminal],
    ['no ground', '中华人民共和国刑事诉讼法第二百四十五条', criminal],
    [
      'a paragraph that is no ground',
      '中华人民共和国刑事诉讼法第二百三十六条第二款',
      forum('criminal', '2019-03-29'),
    ],
    ['a number of another version', '中华人民共和国刑事诉讼法第二百三十六条第一款第（二）项', criminal],
    ['nothing readable', '刑诉法相关规定', criminal],
  ])('is left out where it is %s', (_what, printed, at) => {
    expect(grounds(printed, at)).toEqual([]);
  });
});
