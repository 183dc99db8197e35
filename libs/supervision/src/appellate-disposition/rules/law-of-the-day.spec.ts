import { assess } from './assess';
import { renderCitation } from '../../law/citation';
import type { AppellateDecision, EarlierDisposition } from './decision';
import {
  administrativeChange,
  administrativeRemand,
  civilRemand,
  criminalRemand,
  criminalRemandedBefore,
  orderedRetrial,
  remandedBefore,
} from './testing/decisions';

/** The verdict of one rule on one day, with the first provision that it cites. */
function said(decision: AppellateDecision, earlier: readonly EarlierDisposition[], code: string): string {
  const finding = assess(decision, earlier, true).findings.find((each) => each.code === code);
  return finding === undefined
    ? 'silent'
    : `${finding.finding} ${finding.law.slice(0, 1).map(renderCitation).join()}`;
}

const CPC = '《中华人民共和国民事诉讼法》';
const CrPL = '《中华人民共和国刑事诉讼法》';
const ALL = '《中华人民共和国行政诉讼法》';

describe('the law in force on the day of the decision', () => {
  it.each([
    ['2012-12-31', 'silent'],
    ['2013-01-01', `contrary ${CPC}（2012年修正）第一百七十条第二款`],
    ['2017-06-30', `contrary ${CPC}（2012年修正）第一百七十条第二款`],
    ['2017-07-01', `contrary ${CPC}（2017年修正）第一百七十条第二款`],
    ['2021-12-31', `contrary ${CPC}（2017年修正）第一百七十条第二款`],
    ['2022-01-01', `contrary ${CPC}（2021年修正）第一百七十七条第二款`],
    ['2023-12-31', `contrary ${CPC}（2021年修正）第一百七十七条第二款`],
    ['2024-01-01', `contrary ${CPC}（2023年修正）第一百七十七条第二款`],
  ])('judges a second civil remand of %s: %s', (decidedOn, expected) => {
    const earlier = [remandedBefore({ decidedOn: '2011-05-10' })];
    expect(said(civilRemand({ decidedOn }), earlier, 'second-remand-civil')).toBe(expected);
  });

  it.each([
    ['2015-04-30', 'silent'],
    ['2015-05-01', `contrary ${ALL}（2014年修正）第八十九条第二款`],
    ['2017-07-01', `contrary ${ALL}（2017年修正）第八十九条第二款`],
  ])('judges a second administrative remand of %s: %s', (decidedOn, expected) => {
    const earlier = [remandedBefore({ procedure: 'administrative', decidedOn: '2014-05-10' })];
    expect(said(administrativeRemand({ decidedOn }), earlier, 'second-remand-administrative')).toBe(expected);
  });

  it.each([
    ['2012-12-31', 'silent'],
    ['2013-01-01', `contrary ${CrPL}（2012年修正）第二百二十五条第二款`],
    ['2018-10-25', `contrary ${CrPL}（2012年修正）第二百二十五条第二款`],
    ['2018-10-26', `contrary ${CrPL}（2018年修正）第二百三十六条第二款`],
  ])('judges a second criminal remand on facts of %s: %s', (decidedOn, expected) => {
    const earlier = [criminalRemandedBefore({ decidedOn: '2011-05-10' })];
    expect(said(criminalRemand({ decidedOn }), earlier, 'second-remand-criminal')).toBe(expected);
  });

  it.each([
    ['2021-02-28', '法释〔2012〕21号', '三百二十八'],
    ['2021-03-01', '法释〔2021〕1号', '四百零五'],
  ])('cites on %s the interpretation %s, article %s', (decidedOn, label, article) => {
    const { findings } = assess(
      criminalRemand({ decidedOn }),
      [criminalRemandedBefore({ decidedOn: '2020-01-10' })],
      true,
    );
    const cited =
      findings.find(({ code }) => code === 'second-remand-criminal')?.law.map(renderCitation) ?? [];
    expect(cited.some((each) => each.includes(`（${label}）第${article}条`))).toBe(true);
  });

  it.each([
    ['2015-03-14', 'silent'],
    ['2015-03-15', 'contrary'],
  ])('knows on %s of the duty to retry itself on the upper court’s own motion: %s', (decidedOn, expected) => {
    const ownMotion = orderedRetrial({ decidedOn, retrialOrigin: 'upperCourtMotion' });
    expect(said(ownMotion, [], 'ordered-retrial-on-own-motion')).toMatch(expected);
  });

  it.each([
    ['2015-04-30', 'notAssessable'],
    ['2015-05-01', 'contrary'],
  ])('asks on %s for a ruling on the administrative act: %s', (decidedOn, expected) => {
    const change = administrativeChange({ decidedOn, part: { ruledOnAdministrativeAct: false } });
    expect(said(change, [], 'administrative-act-ruled-on')).toMatch(expected);
  });

  it.each([
    ['2014-12-31', '法发〔1992〕22号）第一百八十二条'],
    ['2015-02-04', '法释〔2015〕5号）第三百二十六条'],
    ['2021-01-01', '2020年修正）第三百二十六条'],
    ['2022-04-10', '2022年修正）第三百二十四条'],
  ])('cites on %s for a claim left untried %s', (decidedOn, expected) => {
    const remand = civilRemand({
      decidedOn,
      part: { grounds: ['civil-claim-not-tried'], mediation: 'failed' },
    });
    expect(said(remand, [], 'outcome-permitted')).toContain(expected);
  });

  it('lists for a remand of 2005 without grounds the articles of the law of 1991', () => {
    const { findings } = assess(civilRemand({ decidedOn: '2005-06-01', part: { grounds: [] } }), [], true);
    const articles = findings.find(({ code }) => code === 'ground-stated')?.law.map(renderCitation);
    expect(articles).toContain(`${CPC}（1991年）第一百五十三条第一款第（三）项`);
    expect(articles?.some((each) => each.includes('2012年修正'))).toBe(false);
  });
});
