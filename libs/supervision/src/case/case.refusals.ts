import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';

const ORGANIC_LAW_PANEL: LawArticle = {
  statute: '中华人民共和国人民法院组织法',
  version: '2018年修订',
  article: '第三十条',
};

const NEW_PANEL: readonly LawArticle[] = [
  { statute: '中华人民共和国民事诉讼法', version: '2023年修正', article: '第四十一条第三款' },
  { statute: '中华人民共和国刑事诉讼法', version: '2018年修正', article: '第二百三十九条' },
  {
    statute: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    version: '法释〔2018〕1号',
    article: '第一百零九条第二款',
  },
];

export const caseRefusals = {
  'already-registered': { text: '该案号已登记立案' },
  'number-or-source': { text: '须给出案号，或者给出无案号记录的来源，二者择一' },
  'case-not-found': { text: '没有这个案件，或者您无权查阅' },
  'import-not-permitted': { text: '只有案件系统可以导入既有记录' },
  'case-of-other-court': { text: '只能登记和办理本院案件' },
  'case-type-differs-from-number': { text: '案件类型与案号的类型代字不符' },
  'filing-date-in-future': { text: '立案日期不得晚于今日' },
  'filing-year-differs-from-number': { text: '立案日期的年份与案号的收案年度不符' },
  'panel-not-odd': { text: '合议庭成员应为三人以上单数', law: [ORGANIC_LAW_PANEL] },
  'panel-member-repeated': { text: '合议庭成员重复' },
  'handling-judge-not-in-panel': { text: '承办法官应为合议庭成员' },
  'panel-member-tried-before': {
    text: '发回重审的案件应当另行组成合议庭，原合议庭成员不得参加',
    law: NEW_PANEL,
  },
  'link-to-itself': { text: '案件不能以自身为来源' },
  'already-linked': { text: '该来源案件已登记' },
  'link-makes-circle': { text: '来源关系成环：该来源案件本身出自本案' },
  'decision-date-in-future': { text: '裁判日期不得晚于今日' },
  'decision-before-filing': { text: '裁判日期早于立案日期' },
} satisfies RefusalTable;

export const refuse = refuserOf(caseRefusals);
