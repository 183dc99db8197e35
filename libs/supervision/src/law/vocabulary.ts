/** 诉讼种类 */
export const procedures = { civil: '民事', criminal: '刑事', administrative: '行政' } as const;
export type Procedure = keyof typeof procedures;

/** 作出处理的程序阶段 */
export const stages = {
  secondInstance: '第二审',
  retrialBySecondInstance: '按第二审程序再审',
  retrialByFirstInstance: '按第一审程序再审',
  retrialReview: '再审审查',
  deathPenaltyReview: '死刑复核',
  suspendedDeathReview: '死刑缓期执行复核',
  belowMinimumReview: '法定刑以下判处刑罚核准',
  confiscationSecondInstance: '没收违法所得第二审',
  compulsoryTreatmentReconsideration: '强制医疗复议',
} as const;
export type Stage = keyof typeof stages;

/** 处理结果。发回重审、改判、指令再审分别计数，指令立案、指令审理不是发回重审。 */
export const outcomes = {
  affirmed: '维持',
  affirmedWithCorrection: '纠正瑕疵后维持',
  substitutedJudgment: '改判',
  remand: '发回重审',
  dismissAction: '撤销原裁判并驳回起诉',
  transferJurisdiction: '撤销原裁判并移送管辖',
  orderToFile: '指令立案',
  orderToHear: '指令审理',
  retrialByUpperCourt: '提审',
  orderedRetrial: '指令再审',
  designatedRetrial: '指定再审',
  retrial: '本院再审',
  approval: '核准',
} as const;
export type Outcome = keyof typeof outcomes;

/** 法院级别 */
export const courtLevels = {
  supreme: '最高人民法院',
  high: '高级人民法院',
  intermediate: '中级人民法院',
  basic: '基层人民法院',
} as const;
export type CourtLevel = keyof typeof courtLevels;
