import { matterLines, type ListedMatter } from './matter-list';

const MATTER: ListedMatter = {
  matter: '0f1e2d3c-4b5a-8000-8000-000000000001',
  instrumentName: '函询',
  title: '关于长期未结案件的函询',
  number: '黔高法督〔2026〕1号',
  stageName: '已采纳，整改中',
  issuer: { courtName: '贵州省高级人民法院', postTitle: '审判管理办公室主任' },
  targets: [{ courtName: '贵阳市中级人民法院' }, { courtName: '贵阳市中级人民法院' }],
  next: {
    kindName: '整改',
    holder: { courtName: '贵阳市中级人民法院', postTitle: '副院长' },
    answering: { name: '吴涛' },
    due: '2026-05-29',
    daysLate: 3,
  },
  returned: 1,
  items: 3,
  itemsDone: 1,
  itemsLate: 2,
};

it('matters are listed with who pressed whom, what is owed next, and what came of it', () => {
  expect(matterLines([MATTER])).toEqual([
    '【函询】关于长期未结案件的函询（黔高法督〔2026〕1号）  已采纳，整改中',
    '  贵州省高级人民法院审判管理办公室主任 → 贵阳市中级人民法院',
    '  待办：整改  期限2026-05-29，已逾期3日  贵阳市中级人民法院副院长吴涛',
    '  退回 1 次，整改 1/3，其中逾期 2',
    '  编号：0f1e2d3c-4b5a-8000-8000-000000000001',
    '',
    '共 1 项',
  ]);
});

it('what there is nothing to say of is left out', () => {
  const bare = { ...MATTER, number: null, next: null, returned: 0, items: 0, itemsDone: 0, itemsLate: 0 };
  expect(matterLines([bare])).toEqual([
    '【函询】关于长期未结案件的函询  已采纳，整改中',
    '  贵州省高级人民法院审判管理办公室主任 → 贵阳市中级人民法院',
    '  编号：0f1e2d3c-4b5a-8000-8000-000000000001',
    '',
    '共 1 项',
  ]);
});
