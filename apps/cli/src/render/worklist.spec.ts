import { worklistLines, type ListedDuty } from './worklist';

const duty = (changes: Partial<ListedDuty> = {}): ListedDuty => ({
  caseNumber: '（2026）黔0102民初1号',
  matter: null,
  matterTitle: null,
  stream: 'case-（2026）黔0102民初1号',
  kindName: '阅核',
  holder: { courtName: '南明区人民法院', postTitle: '民事审判第一庭庭长' },
  answering: { name: '卫华' },
  due: '2026-03-04',
  provisional: false,
  daysLate: 0,
  basis: [{ text: 'policy-1 1' }],
  ...changes,
});

it('a worklist names each case, what is owed, by when and by whom, and on what basis', () => {
  const late = duty({ daysLate: 2, provisional: true, basis: [] });
  const other = { caseNumber: null, due: null, basis: [], answering: { name: null } };
  const matter = duty({
    ...other,
    stream: 'matter-1',
    matter: '0f1e2d3c-4b5a',
    matterTitle: '关于积案的函询',
  });
  const untitled = duty({ ...other, stream: 'matter-2', matter: '0f1e2d3c-4b5a' });
  const elsewhere = duty({ ...other, stream: 'policies-1' });
  const lines = worklistLines({
    mine: { items: [duty(), late], more: true },
    delegated: { items: [], more: false },
    owedToMe: { items: [matter, untitled, elsewhere], more: false },
  });
  expect(lines).toEqual([
    '【我应办】 2 项以上',
    '  （2026）黔0102民初1号  阅核  期限2026-03-04  南明区人民法院民事审判第一庭庭长卫华',
    '    依据：policy-1 1',
    '  （2026）黔0102民初1号  阅核  期限2026-03-04（暂定），已逾期2日  南明区人民法院民事审判第一庭庭长卫华',
    '',
    '【我代办（受委托，或者岗位空缺）】无',
    '',
    '【等他人办】 3 项',
    '  《关于积案的函询》  阅核  未定期限  南明区人民法院民事审判第一庭庭长',
    '  督导事项0f1e2d3c  阅核  未定期限  南明区人民法院民事审判第一庭庭长',
    '  policies-1  阅核  未定期限  南明区人民法院民事审判第一庭庭长',
  ]);
});
