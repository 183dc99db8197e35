import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { lawArticleOf } from '../law/citation';
import { newTrialRules } from '../law/new-trial';

const ORGANIC_LAW_PANEL: LawArticle = {
  statute: '中华人民共和国人民法院组织法',
  version: '2018年修订',
  article: '第三十条',
};

export const caseRefusals = {
  'already-registered': { text: '该案号已登记立案' },
  'number-or-source': { text: '须给出案号，或者给出无案号记录的来源，二者择一' },
  'case-of-other-court': { text: '只能登记和办理本院案件' },
  'case-type-differs-from-number': { text: '案件类型与案号的类型代字不符' },
  'filing-date-in-future': { text: '立案日期不得晚于今日' },
  'filing-year-differs-from-number': { text: '立案日期的年份与案号的收案年度不符' },
  'panel-not-odd': { text: '合议庭成员应为三人以上单数', law: [ORGANIC_LAW_PANEL] },
  'panel-member-repeated': { text: '合议庭成员重复' },
  'handling-judge-not-in-panel': { text: '承办法官应为合议庭成员' },
  'link-to-itself': { text: '案件不能以自身为来源' },
  'already-linked': { text: '该来源案件已登记' },
  'link-makes-circle': { text: '来源关系成环：该来源案件本身出自本案' },
  'decision-date-in-future': { text: '裁判日期不得晚于今日' },
  'decision-before-filing': { text: '裁判日期早于立案日期' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...caseRefusals });

/** The codes of the rules on how a case is tried anew. */
export const newTrialRefusals: RefusalTable = Object.fromEntries(
  newTrialRules.map(({ code, title, law }) => [code, { text: title, law: law.map(lawArticleOf) }]),
);
