import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { collegialPanelProvisions, lawArticleOf, organicLaw } from '../law/citation';
import { newTrialRules } from '../law/new-trial';

const ORGANIC_LAW_PANEL: readonly LawArticle[] = organicLaw('30').map(lawArticleOf);
const ORGANIC_LAW_SOLE_JUDGE: readonly LawArticle[] = organicLaw('29').map(lawArticleOf);
/** 合议庭组成人员确定后，除因回避或者其他特殊情况外不得更换；更换应当报请院长或者庭长决定. */
const CHANGE_OF_PANEL: readonly LawArticle[] = collegialPanelProvisions('3').map(lawArticleOf);

export const caseRefusals = {
  'already-registered': { text: '该案号已登记立案' },
  'number-or-source': { text: '须给出案号，或者给出无案号记录的来源，二者择一' },
  'case-of-other-court': { text: '只能登记和办理本院案件' },
  'case-type-differs-from-number': { text: '案件类型与案号的类型代字不符' },
  'filing-date-in-future': { text: '立案日期不得晚于今日' },
  'filing-year-differs-from-number': { text: '立案日期的年份与案号的收案年度不符' },
  'panel-not-odd': { text: '合议庭成员应为三人以上单数', law: ORGANIC_LAW_PANEL },
  'panel-member-repeated': { text: '合议庭成员重复' },
  'handling-judge-not-in-panel': { text: '承办法官应为合议庭成员' },
  'presiding-judge-missing': { text: '合议庭应由一名法官担任审判长', law: ORGANIC_LAW_PANEL },
  'presiding-judge-not-in-panel': { text: '审判长应为合议庭成员', law: ORGANIC_LAW_PANEL },
  'sole-judge-with-panel': {
    text: '由法官一人独任审理的，没有合议庭成员和审判长',
    law: ORGANIC_LAW_SOLE_JUDGE,
  },
  'panel-date-in-future': { text: '组成或者变更审判组织的日期不得晚于今日' },
  'already-so-formed': { text: '审判组织与已登记的相同' },
  'panel-change-reason-missing': {
    text: '变更审判组织，须写明事由，以及院长或者庭长的决定',
    law: CHANGE_OF_PANEL,
  },
  'panel-change-not-permitted': {
    text: '变更审判组织由院庭长决定，由院庭长或者承办法官登记',
    law: CHANGE_OF_PANEL,
  },
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
