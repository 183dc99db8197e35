import { accountabilityLines, type AccountabilityCard } from './accountability-card';

const card: AccountabilityCard = {
  caseId: '（2026）黔0102民初1号',
  matter: null,
  asOf: null,
  innerFile: true,
  counts: { opened: 3, open: 1, late: 1, discharged: 1, dischargedLate: 0, waived: 1 },
  parties: [
    { partyName: '党组', responsibilities: [], done: [] },
    { partyName: '院庭长', responsibilities: [{ line: '庭长负责阅核' }], done: [{ line: '无不同意见' }] },
  ],
};

it('a card lists each party with what it owed and what it did, also who did nothing', () => {
  expect(accountabilityLines(card)).toEqual([
    '（2026）黔0102民初1号 责任卡',
    '责任 3 项：未办 1（逾期 1），已办 1（逾期 0），已免 1',
    '',
    '【党组】',
    '  应负责任：无',
    '  所做的事：无',
    '',
    '【院庭长】',
    '  应负责任：',
    '    庭长负责阅核',
    '  所做的事：',
    '    无不同意见',
  ]);
});

it('a card says up to when it is known, and that the inner file is not in it', () => {
  expect(accountabilityLines({ ...card, asOf: '2026-03-09', innerFile: false }).slice(0, 3)).toEqual([
    '（2026）黔0102民初1号 责任卡（截至 2026-03-09 所知）',
    '责任 3 项：未办 1（逾期 1），已办 1（逾期 0），已免 1',
    '副卷所载不在内：您无权查阅',
  ]);
});

it('a card of a matter names it, and says that what is internal is not in it', () => {
  const matter = { title: '关于积案的函询', instrumentName: '函询' };
  expect(accountabilityLines({ ...card, caseId: null, matter, innerFile: false }).slice(0, 3)).toEqual([
    '【函询】关于积案的函询 责任卡',
    '责任 3 项：未办 1（逾期 1），已办 1（逾期 0），已免 1',
    '发起一方的内部记录不在内：您无权查阅',
  ]);
});
