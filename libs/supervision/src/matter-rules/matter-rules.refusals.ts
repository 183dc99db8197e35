import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { fourTypeOpinions, judgesLaw, lawArticleOf, organicLaw, type Citation } from '../law/citation';

const law = (...citations: readonly (readonly Citation[])[]) => ({ law: citations.flat().map(lawArticleOf) });

const NO_RESULTS = law(organicLaw('52'), judgesLaw('7'), fourTypeOpinions('10'));

/** What every act on matters may refuse. */
export const matterRulesRefusals = {
  'matter-not-found': { text: '没有这一督导事项，或者您无权查阅' },
  'matter-step-not-open': { text: '该督导事项目前没有等待办理的这一步' },
  'matter-step-not-yours': { text: '这一步由责任岗位办理，您不是其任职人或者受托人' },
  'matter-lapse-by-system': { text: '逾期未办由系统依期限认定' },
  'matter-step-not-lapsed': { text: '这一步的期限尚未届满' },
  'matter-aimed-at-you': { text: '督导对象和责任人不得办理发起一方的步骤，也不得为自己销号' },
  'matter-not-issuing-side': { text: '由发起督导的一方办理' },
  'matter-wrong-instrument': { text: '该督导事项不是这种督导方式' },
  'matter-target-out-of-reach': { text: '只能对本院和审级上的下级法院督导' },
  'matter-issuer-not-entitled': { text: '您的岗位不能以这种方式督导该对象' },
  'matter-responsible-not-entitled': { text: '责任岗位不是这种督导方式可以指定的岗位' },
  'matter-responsible-unnamed': {
    text: '责任应当落实到人：责任岗位应有人任职，岗位有多人的应当填写人员',
  },
  'matter-suspended': { text: '包保已经中止，待另行指定包保领导' },
  'matter-approver-not-entitled': { text: '审批岗位不符合规则：应为发起岗位的分管领导或者院长' },
  'matter-post-unknown': { text: '没有这个岗位，或者岗位不在该院' },
  'matter-person-unnamed': { text: '岗位有多人的，应当写明在该岗位任职的人员' },
  'matter-participant-outside': { text: '参加人员应为发起法院的人员' },
  'matter-participant-unnamed': {
    text: '参加人员应当写明到人：所填人员应在该岗位任职，岗位有多人的应当填写人员',
  },
  'matter-participant-aimed-at': { text: '督导对象和在对象单位任职的人员不得代表发起一方参加' },
  'matter-participant-repeated': { text: '参加人员重复' },
  'matter-item-owner-outside': { text: '整改事项的责任岗位应在督导对象的法院' },
  'matter-item-past': { text: '整改事项的完成日期不得早于今日' },
  'matter-demands-result': {
    text: '督导不得要求案件的裁判结果；对个案只能采取依职权的监督措施（如听取进展、调阅卷宗、提交专业法官会议）。请删去有关词句',
    ...NO_RESULTS,
  },
  'matter-wording-doubtful': {
    text: '有关词句可能被理解为要求案件结果。确需使用的，请写明理由（screenedReason）后重新提交',
    ...NO_RESULTS,
  },
  'import-not-permitted': { text: '督导事项不能由案件系统导入' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...courtRulesRefusals, ...matterRulesRefusals });
