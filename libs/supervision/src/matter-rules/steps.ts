/**
 * 步骤: what can follow in the life of a matter, who owes it, and the kind of duty that it is. Which of them an instrument
 * takes, in which order and by when, is data of the courts' rules; see `InstrumentRules`.
 */
export const STEPS = {
  talkPlan: { title: '约谈方案', kind: 'talkPlan', by: 'issuer' },
  agenda: { title: '议题和数据包', kind: 'taskingAgenda', by: 'issuer' },
  inspectionPlan: { title: '督导方案', kind: 'inspectionPlan', by: 'issuer' },
  approval: { title: '审批', kind: 'matterApproval', by: 'approver' },
  figuresCheck: { title: '数据核验', kind: 'bulletinFiguresCheck', by: 'issuer' },
  issue: { title: '发出', kind: 'matterIssue', by: 'issuer' },
  receipt: { title: '签收', kind: 'matterReceipt', by: 'responsible' },
  talk: { title: '谈话', kind: 'accountabilityTalk', by: 'issuer' },
  talkSignature: { title: '笔录签字', kind: 'talkSignature', by: 'responsible' },
  baseline: { title: '建立基线', kind: 'assignmentBaseline', by: 'responsible' },
  guidance: { title: '一对一指导', kind: 'oneToOneGuidance', by: 'issuer' },
  siteVisit: { title: '进驻', kind: 'siteVisit', by: 'issuer' },
  feedback: { title: '反馈', kind: 'inspectionFeedback', by: 'issuer' },
  meeting: { title: '开会', kind: 'taskingMeeting', by: 'issuer' },
  objection: { title: '异议期满处理', kind: 'bulletinObjectionWindow', by: 'issuer' },
  plan: { title: '报送办结计划', kind: 'closingPlan', by: 'responsible' },
  reply: { title: '答复', kind: 'matterReply', by: 'responsible' },
  examination: { title: '审核答复', kind: 'replyExamination', by: 'issuer' },
  closeOut: { title: '销号', kind: 'matterCloseOut', by: 'issuer' },
  followUp: { title: '回头看', kind: 'matterFollowUp', by: 'issuer' },
  archiving: { title: '归档', kind: 'matterArchiving', by: 'issuer' },
} as const;
export type Step = keyof typeof STEPS;

export const isStep = (word: string): word is Step => Object.hasOwn(STEPS, word);
