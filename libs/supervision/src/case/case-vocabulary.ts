/** 案件类型. */
export const CASE_TYPES = {
  criminal: '刑事',
  civil: '民事',
  administrative: '行政',
  compensation: '赔偿',
  enforcement: '执行',
} as const;
export type CaseType = keyof typeof CASE_TYPES;

/** 审理程序: the stage of a dispute that one case number stands for. */
export const CASE_STAGES = {
  firstInstance: '一审',
  secondInstance: '二审',
  newTrialFirstInstance: '发回重审后一审',
  newTrialSecondInstance: '发回重审后二审',
  deathPenaltyReview: '死刑复核',
  retrialReview: '再审审查',
  retrial: '再审',
  retrialAppeal: '再审上诉审',
  enforcement: '执行',
  enforcementObjection: '执行异议',
  enforcementReview: '执行复议',
  enforcementSupervision: '执行监督',
  compensation: '国家赔偿',
  compensationReview: '国家赔偿申诉审查',
  compensationRehearing: '国家赔偿重新审理',
  bankruptcy: '破产',
  recognition: '申请承认与执行',
  designatedJurisdiction: '指定管辖',
} as const;
export type CaseStage = keyof typeof CASE_STAGES;

/** 适用程序. */
export const TRIAL_FORMS = { ordinary: '普通程序', simplified: '简易程序', fastTrack: '速裁程序' } as const;
export type TrialForm = keyof typeof TRIAL_FORMS;

/** How a case came from another: what ties the case numbers of one dispute into a family. */
export const LINK_KINDS = {
  appeal: '上诉、抗诉',
  deathPenaltyReview: '报请死刑复核',
  remand: '发回重审',
  retrialReview: '申请再审、申诉',
  retrial: '再审',
  enforcement: '执行',
  enforcementReview: '执行异议、复议、监督',
  compensation: '国家赔偿',
  merged: '并案',
  split: '分案',
  renumbered: '改换案号',
  jurisdiction: '管辖',
  /** The source lists one after the other without saying how they hang together. */
  related: '关联',
} as const;
export type LinkKind = keyof typeof LINK_KINDS;

/** 裁判结果 other than 发改指, which has an act of its own. */
export const DISPOSITIONS = {
  upheld: '支持或部分支持',
  claimsDismissed: '驳回诉讼请求',
  convicted: '定罪量刑',
  affirmed: '维持',
  affirmedAdministrativeAct: '维持行政行为',
  actionDismissed: '驳回起诉',
  notAccepted: '不予受理',
  retrialApplicationDismissed: '驳回再审申请',
  retrialApplicationNotAccepted: '不予受理再审申请',
  petitionDismissed: '驳回申诉',
  applicationDismissed: '驳回申请',
  objectionUpheld: '支持异议',
  objectionDismissed: '驳回异议',
  jurisdictionObjectionDismissed: '驳回管辖权异议',
  jurisdictionDesignated: '指定管辖',
  quashedAndTransferred: '撤销并移送管辖',
  rulingQuashed: '撤销原裁定',
  mediated: '调解',
  withdrawn: '撤诉',
  appealWithdrawn: '撤回上诉',
  retrialApplicationWithdrawn: '撤回再审申请',
  approved: '核准',
  advanceEnforcement: '先予执行',
  awardSetAside: '撤销仲裁裁决',
  recognisedAndEnforced: '承认和执行',
  foreignJudgmentRecognised: '承认外国判决',
  compulsoryMedicalTreatment: '决定强制医疗',
  limitationFundPermitted: '准许设立基金',
  other: '其他',
  /** The record gives a document or its date, but not what it decided. */
  notStated: '来源未载明',
} as const;
export type Disposition = keyof typeof DISPOSITIONS;
