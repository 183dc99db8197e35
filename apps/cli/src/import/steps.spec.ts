import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory, type SourceHistory, type SourceProceeding } from './source-history';
import { stepsOf } from './steps';
import { CASE_STAGES, LINK_KINDS, type CaseStage } from '@liuhen/supervision/vocabulary';

const unknown: SourceProceeding = {
  caseNo: null,
  court: null,
  stage: 'firstInstance',
  document: null,
  decidedOn: null,
  filedOn: null,
  disposition: null,
  articles: [],
  ground: null,
};
const history = (...proceedings: readonly Partial<SourceProceeding>[]): SourceHistory => ({
  id: 'T-1',
  caseType: 'civil',
  cause: null,
  source: null,
  proceedings: proceedings.map((proceeding) => ({ ...unknown, ...proceeding })),
});

const FIRST = '（2020）黔0102民初1号';
const SECOND = '（2020）黔01民终2号';
const bodies = (...proceedings: readonly Partial<SourceProceeding>[]) =>
  stepsOf(history(...proceedings)).map(({ path, body }) => ({ path, ...body }));

describe('an imported history', () => {
  it('registers a case under its number, with what the source states and nothing else', () => {
    expect(
      bodies({ caseNo: '(2020) 黔0102民初1号', court: '贵阳市南明区人民法院', filedOn: '2020-01-02' }),
    ).toEqual([
      {
        path: '/cases',
        caseNumber: FIRST,
        printedNumber: '(2020) 黔0102民初1号',
        court: { name: '贵阳市南明区人民法院' },
        caseType: 'civil',
        stage: 'firstInstance',
        filedOn: '2020-01-02',
        origins: [],
        source: 'imported',
      },
    ]);
  });

  it.each([
    ['no number', null],
    ['a number that cannot be read', '（2008）沪一中执字第640－1'],
  ])('names a case with %s after its source and its place there', (_, caseNo) => {
    const [registration, decision] = bodies({ caseNo, disposition: '维持' });
    expect(registration).toMatchObject({ unnumbered: { source: 'T-1', ordinal: 1 } });
    expect(registration).not.toHaveProperty('caseNumber');
    expect(decision?.path).toBe(`/cases/${encodeURIComponent('未编号·T-1·1')}/dispositions`);
  });

  it('links each case to the one before it', () => {
    const [, second, third] = bodies(
      {},
      { caseNo: SECOND, stage: 'secondInstance' },
      { caseNo: '（2020）黔民申3号', stage: 'retrialReview' },
    );
    expect(second).toMatchObject({ origins: [{ origin: '未编号·T-1·1', kind: 'appeal' }] });
    expect(third).toMatchObject({ origins: [{ origin: SECOND, kind: 'retrialReview' }] });
  });

  it('has a kind of link for every stage', () => {
    for (const stage of Object.keys(CASE_STAGES) as CaseStage[]) {
      const [, second] = bodies({}, { stage });
      expect(second).toMatchObject({
        origins: [{ kind: expect.stringMatching(new RegExp(`^(${Object.keys(LINK_KINDS).join('|')})$`)) }],
      });
    }
  });

  it('takes a first instance after a remand as its new trial, and any other as related', () => {
    const kindAfter = (disposition: string) =>
      bodies({ stage: 'secondInstance', disposition }, { stage: 'firstInstance' }).at(-1);
    expect(kindAfter('发回重审')).toMatchObject({ origins: [{ kind: 'remand' }] });
    expect(kindAfter('维持')).toMatchObject({ origins: [{ kind: 'related' }] });
  });

  it('records a number that comes back as one case with two decisions', () => {
    const steps = stepsOf(
      history(
        { caseNo: FIRST, disposition: '先予执行' },
        { caseNo: `${FIRST}之一`, disposition: '支持或部分支持' },
      ),
    );
    const path = `/cases/${encodeURIComponent(FIRST)}/dispositions`;
    expect(steps.map((step) => step.path)).toEqual(['/cases', path, path]);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(3);
  });

  it.each([
    ['改判', 'substitutedJudgment'],
    ['发回重审', 'remand'],
    ['指令立案', 'orderToFile'],
    ['指令审理', 'orderToHear'],
    ['提审', 'retrialByUpperCourt'],
    ['指令再审', 'orderedRetrial'],
    ['指定再审', 'designatedRetrial'],
    ['裁定再审', 'retrial'],
  ])(
    'gives %s to the audit of 发改指 as %s, with grounds and articles as printed',
    (disposition, outcome) => {
      const proceeding = {
        caseNo: SECOND,
        disposition,
        document: '裁定书',
        decidedOn: '2020-05-06',
        ground: '程序违法；认定事实不清',
        articles: ['民事诉讼法第一百七十条'],
      };
      expect(bodies(proceeding)[1]).toEqual({
        path: `/cases/${encodeURIComponent(SECOND)}/appellate-dispositions`,
        status: 'signed',
        document: '裁定书',
        decidedOn: '2020-05-06',
        source: 'imported',
        parts: [
          {
            outcome,
            printedGrounds: ['程序违法；认定事实不清'],
            printedArticles: ['民事诉讼法第一百七十条'],
          },
        ],
      });
    },
  );

  it('claims no ground and no article that the source does not print', () => {
    expect(bodies({ disposition: '改判' })[1]).toMatchObject({ parts: [{ outcome: 'substitutedJudgment' }] });
  });

  it.each([
    ['维持', { disposition: 'affirmed' }],
    ['撤销原裁定', { disposition: 'rulingQuashed' }],
    ['准予执行和解', { disposition: 'other', printed: '准予执行和解' }],
  ])('records %s as a disposition', (disposition, expected) => {
    expect(bodies({ disposition })[1]).toMatchObject(expected);
    expect(bodies({ disposition })[1]).not.toHaveProperty('parts');
  });

  it('records that a decision exists where only its document or date is known', () => {
    expect(bodies({ document: '判决书' })[1]).toMatchObject({ disposition: 'notStated', document: '判决书' });
    expect(bodies({ decidedOn: '2020-05-06' })[1]).toMatchObject({ disposition: 'notStated' });
  });

  it('records no decision where nothing is known of one', () => {
    expect(bodies({ caseNo: FIRST })).toHaveLength(1);
  });

  it('has the same keys whenever it is imported, and others than any other source', () => {
    const keys = (source: SourceHistory) => stepsOf(source).map(({ key }) => key);
    const one = history({ caseNo: FIRST, disposition: '维持' });
    expect(keys(one)).toEqual(keys({ ...one, cause: '合同纠纷' }));
    expect(keys(one)).not.toEqual(keys({ ...one, id: 'T-2' }));
    for (const key of keys({ ...one, id: '指导案例4号' })) expect(key).toMatch(/^[\x21-\x7e]{1,128}$/);
  });

  it('keeps the whole chain of a case that was remanded twice', () => {
    const file = join(__dirname, '../../../../test/fixtures/remanded-twice.jsonl');
    const steps = stepsOf(readHistory(readFileSync(file, 'utf8')));
    const registrations = steps.filter(({ path }) => path === '/cases').map(({ body }) => body);
    expect(registrations.flatMap((body) => ('origins' in body ? body.origins : []))).toEqual([
      { origin: '（2014）新刑初字第134号', kind: 'appeal' },
      { origin: '（2015）运中刑一抗字第22号', kind: 'remand' },
      { origin: '（2016）晋0825刑初50号', kind: 'appeal' },
      { origin: '（2016）晋08刑终427号', kind: 'remand' },
      { origin: '（2017）晋0825刑初35号', kind: 'appeal' },
    ]);
    expect(steps.filter(({ path }) => path.endsWith('/appellate-dispositions'))).toHaveLength(2);
  });
});
