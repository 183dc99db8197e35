/** 督导方式: the instruments by which a court presses for better work, its own or that of the courts beneath it. */
export const INSTRUMENTS = {
  writtenInquiry: '函询',
  accountabilityTalk: '约谈',
  inspectorateReferral: '督察移送',
  leaderAssignment: '院领导包保',
  pointToPoint: '点对点督导',
  onSiteInspection: '下沉督导',
  taskingMeeting: '调度',
  bulletin: '通报',
  listedSupervision: '挂牌督办',
  deadlineOrder: '限期结案',
} as const;
export type Instrument = keyof typeof INSTRUMENTS;

/** 触发事由: what gave cause. */
export const TRIGGERS = {
  indicatorBreach: '指标偏离合理区间',
  caseEvent: '案件情况',
  petition: '信访',
  inspection: '检查发现',
  plan: '工作计划',
  leaderInstruction: '领导批示',
  escalation: '前一督导未解决',
} as const;
export type Trigger = keyof typeof TRIGGERS;

/** 对象种类: at what a matter is aimed. */
export const TARGET_KINDS = {
  court: '法院',
  division: '庭室',
  post: '岗位',
  case: '案件',
  indicator: '指标',
} as const;
export type TargetKind = keyof typeof TARGET_KINDS;

/** Whether a matter is for the own court or for one beneath it in the appeal chain. */
export const REACHES = { own: '本院', beneath: '下级法院' } as const;
export type Reach = keyof typeof REACHES;

/** Who answers: a post of the court aimed at, or, where leaders or inspectors are charged, one of the issuing court. */
export const ANSWERING_SIDES = { target: '对象法院', issuer: '发起法院' } as const;
export type AnsweringSide = keyof typeof ANSWERING_SIDES;

/** 阶段: how far a matter has come; one way of all instruments, of which each takes some steps. */
export const STAGES = {
  draft: '起草',
  approved: '已批准',
  issued: '已发出',
  received: '已签收',
  replied: '已答复',
  examined: '已审核',
  accepted: '已采纳，整改中',
  escalated: '已升级，待另行起草',
  closedOut: '已销号',
  followedUp: '已回头看',
  archived: '已归档',
  cancelled: '已撤销',
} as const;
export type Stage = keyof typeof STAGES;

/** Nothing more happens to it. */
export const isOver = (stage: Stage): boolean => stage === 'archived' || stage === 'cancelled';
