/**
 * 要求的类别: all that can be demanded. None of them is a result: no instrument may demand how a case is decided
 * (人民法院组织法 第五十二条; 法官法 第七条).
 */
export const DEMAND_CATEGORIES = {
  explanation: '说明情况和原因',
  progress: '报告进展',
  rectification: '整改',
  progressMeasure: '加快办理',
  statistics: '核对数据',
  assistance: '指导帮扶',
  attendance: '参加会议',
} as const;
export type DemandCategory = keyof typeof DEMAND_CATEGORIES;

/**
 * 院庭长依职权可以采取的监督措施: on one case nothing else may be demanded
 * (关于进一步完善“四类案件”监督管理工作机制的指导意见 法发〔2021〕30号 第十条).
 */
export const CASE_MEASURES = {
  reallocation: '按权限调整分案',
  panelReport: '要求合议庭报告案件进展、评议结果',
  similarCases: '要求提供类案裁判文书或者制作类案检索报告',
  outlineReview: '审阅庭审提纲、审理报告',
  fileOrHearing: '调阅卷宗、旁听庭审',
  reconsideration: '要求合议庭复议并报告复议结果',
  judgesMeeting: '决定提交专业法官会议讨论',
  committeeReferral: '决定按程序提交审判委员会讨论',
  upperCourtReport: '决定按程序报请上一级人民法院审理',
  other: '其他与职务相适应的必要措施',
} as const;
export type CaseMeasure = keyof typeof CASE_MEASURES;

/** 要求. */
export interface Demand {
  readonly category: DemandCategory;
  readonly text: string;
  /** On a case, the lawful measure that it is; `null` otherwise. */
  readonly measure: CaseMeasure | null;
}
