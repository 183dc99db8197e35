import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import {
  collegialPanelProvisions,
  criminalInterpretation,
  lawArticleOf,
  organicLaw,
  type Citation,
} from '../law/citation';

const law = (citations: readonly Citation[]) => ({ law: citations.map(lawArticleOf) });

const SIGNED_BY_THE_PANEL = law(organicLaw('32'));
const MINUTES_SIGNED_BY_ALL = law(organicLaw('31'));
const CONCLUSION_IS_THE_PANELS = law(collegialPanelProvisions('16'));
const ISSUES_AND_REASONS = law(collegialPanelProvisions('17.1'));
const PRESIDENT_MAY_CONVENE = law(collegialPanelProvisions('17.2'));
const COMMITTEE_BINDS = law(organicLaw('39.2'));

export const preIssueReviewRefusals = {
  'panel-unknown': { text: '本案尚未登记合议庭或者独任法官，请先登记审判组织' },
  'panel-act-not-permitted': { text: '只有本案合议庭成员或者承办法官可以办理此事项' },
  'review-not-found': { text: '没有这件阅核' },
  'same-document': { text: '同一份文书已经提交阅核；修改后再提交，或者在原阅核中办理' },
  'trial-limit-passed': { text: '审限届满日期不得早于今日' },
  'not-under-review': { text: '文书现在不在阅核人处，不能发表阅核意见' },
  'review-not-permitted': { text: '文书现在不由您阅核' },
  'reviewer-tried-the-case': {
    text: '参加合议庭、承办本案或者已回避的人员不得阅核本案',
    ...CONCLUSION_IS_THE_PANELS,
  },
  'issue-too-short': { text: '建议复议应当写明具体问题', ...ISSUES_AND_REASONS },
  'too-many-rounds': {
    text: '建议复议的次数已经用尽；仍有不同意见的，可以提请专业法官会议讨论或者报请提交审判委员会讨论',
    ...PRESIDENT_MAY_CONVENE,
  },
  'already-discussed': { text: '专业法官会议已经讨论过本件文书' },
  'committee-already-decided': { text: '审判委员会已经作出决定，合议庭应当执行', ...COMMITTEE_BINDS },
  'no-level-above': { text: '已是最后一级阅核，不能再报上一级；可以报请提交审判委员会讨论' },
  'no-convener': { text: '本院没有可以召集专业法官会议的院庭长，请先登记岗位' },
  'no-president': { text: '本院没有登记院长岗位' },
  'not-returned': { text: '文书没有被退回补正' },
  'not-reconsidering': { text: '合议庭现在没有需要复议的事项' },
  'deliberation-not-signed-by-all': {
    text: '复议的合议笔录应当由合议庭全体成员签名',
    ...MINUTES_SIGNED_BY_ALL,
  },
  'changed-view-needs-document': { text: '合议庭改变意见的，应当提交新的文书' },
  'kept-view-needs-no-document': { text: '合议庭维持原意见的，文书不变；有文字修改的，请在退回补正时提交' },
  'not-conforming': { text: '现在没有需要按照审判委员会决定制作的文书', ...COMMITTEE_BINDS },
  'already-finished': { text: '文书已经签署、发出或者撤回' },
  'not-free-to-sign': { text: '阅核尚在期限之内，文书还不能签署' },
  'committee-must-decide': {
    text: '本案依法应当由审判委员会讨论决定，决定之前不能签署',
    law: [...criminalInterpretation({ 2021: '216.2' })].map(lawArticleOf),
  },
  'not-what-was-cleared': { text: '签署的文书与阅核通过的不是同一份' },
  'not-signed-by-all': { text: '裁判文书应当由合议庭全体成员或者独任法官签署', ...SIGNED_BY_THE_PANEL },
  'not-signed': { text: '文书尚未签署，不能发出', ...SIGNED_BY_THE_PANEL },
  'not-what-was-signed': {
    text: '发出的文书与签署的不是同一份；只有校对性修改可以不同，须写明改了什么和为什么',
  },
  'nothing-was-corrected': { text: '发出的文书与签署的完全相同，不需要写校对性修改' },
  'not-lapsed': { text: '期限尚未届满' },
  'cannot-lapse': { text: '这一步依法不因逾期而略过' },
  'own-entry': { text: '补录的意见应当由另一方核实' },
  'entry-not-found': { text: '没有这条补录的意见，或者已经核实' },
  'not-a-reviewer-here': { text: '所说的阅核人不在本件阅核之中' },
  'objection-not-found': { text: '没有这项异议，或者已经答复' },
  'answer-not-permitted': { text: '这项异议不由您答复' },
  'no-addressee': { text: '本院没有登记可以受理异议的岗位' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...preIssueReviewRefusals });
