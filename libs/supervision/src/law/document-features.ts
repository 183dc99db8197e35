/** 文书种类, of those that are reviewed before issue. */
export const DOCUMENT_KINDS = {
  judgment: '判决书',
  ruling: '裁定书',
  decision: '决定书',
  mediation: '调解书',
  paymentOrder: '支付令',
  judicialAdvice: '司法建议书',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** What about a draft document decides who reviews it and whether the adjudication committee must. */
export const DOCUMENT_FEATURES = {
  simple: '小额、速裁、调解或者撤诉',
  substitutedJudgment: '改判',
  remand: '发回重审',
  orderedRetrial: '指令再审',
  retrialRuling: '裁定再审',
  effectiveJudgmentWrong: '本院生效裁判确有错误需要再审',
  supervisoryProtest: '检察院依照审判监督程序抗诉',
  deathPenalty: '拟判处死刑立即执行',
  suspendedDeathPenalty: '拟判处死刑缓期执行',
  acquittal: '拟宣告无罪',
  belowStatutoryMinimum: '拟在法定刑以下判处刑罚',
  exemptionFromPunishment: '拟免予刑事处罚',
  fourType: '四类案件',
  presidentSupervised: '院长监督的案件',
  upperCourtSupervised: '上级督办',
  petitionRisk: '有信访风险或者代表委员关注',
  timeLimitChange: '延长、扣除或者中止审限',
  panelChange: '变更审判组织',
  terminatedEnforcement: '终结本次执行程序',
  coerciveMeasure: '拘传、罚款、拘留',
} as const;
export type DocumentFeature = keyof typeof DOCUMENT_FEATURES;

/** Why a document is never held up by its review. */
export const URGENT_REASONS = {
  detentionExpiring: '羁押期限届满',
  preservation: '保全',
  protectionOrder: '人身安全保护令',
} as const;
export type UrgentReason = keyof typeof URGENT_REASONS;
