/** 案件性质: the branch of procedural law under which the case is heard. */
export const PROCEDURES = {
  criminal: '刑事',
  civil: '民事',
  administrative: '行政',
  compensation: '国家赔偿',
  judicialRelief: '司法救助',
  interregionalAssistance: '区际司法协助',
  internationalAssistance: '国际司法协助',
  sanction: '司法制裁',
  preservation: '非诉保全',
  enforcement: '执行',
  insolvency: '强制清算与破产',
  preLitigationMediation: '诉前调解',
} as const;
export type Procedure = keyof typeof PROCEDURES;

/** 审判程序: the stage that a case number stands for. */
export const INSTANCES = {
  first: '一审',
  second: '二审',
  retrial: '再审',
  /** 依职权、申请（申诉）、抗诉再审审查: whether to retry. */
  retrialReview: '再审审查',
  /** 死刑、法定刑以下判处刑罚、特殊假释复核. */
  sentenceReview: '刑事复核',
  jurisdiction: '管辖',
  enforcement: '执行实施',
  /** 执行异议、复议、监督. */
  enforcementReview: '执行审查',
  reconsideration: '复议',
  /** Without a dispute between parties: special procedures, order for payment, insolvency, non-litigious review. */
  special: '特别程序',
  other: '其他',
  /** An old number whose characters do not tell. */
  undetermined: '未能由案号判定',
} as const;
export type Instance = keyof typeof INSTANCES;
