import { power, type Power } from '@liuhen/courts';
import { LEADERS, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';
import { collegialPanelProvisions, lawArticleOf, organicLaw } from '../law/citation';
import type { PreIssueReviewCommand, StepCommand } from './pre-issue-review.decider';

const PANEL = { unless: ['panel-act-not-permitted'], law: organicLaw('32').map(lawArticleOf) };
const REVIEWER = {
  unless: ['review-not-permitted', 'reviewer-tried-the-case'],
  law: [...organicLaw('41'), ...collegialPanelProvisions('16')].map(lawArticleOf),
  secondFactor: true,
  reachesIntoCase: true,
};
const CLOCK = power('逾期认定', ['supervisionSystem']);

const panel = (title: string): Power => power(`阅核：${title}`, TRIERS, PANEL);
const reviewer = (title: string): Power => power(`阅核：${title}`, LEADERS, REVIEWER);

type Step = Exclude<PreIssueReviewCommand['type'], 'TakeStep'> | StepCommand['type'];

/** By what is done; a step of a review by the step. None of them changes a result or a document. */
export const preIssueReviewPowers: Readonly<Record<Step, Power>> = {
  Submit: panel('提交文书'),
  Resubmit: panel('补正后再次提交'),
  Reconsider: panel('合议庭复议'),
  SubmitConforming: panel('提交按照审判委员会决定制作的文书'),
  Withdraw: panel('撤回'),
  Sign: panel('签署文书'),
  Issue: panel('发出文书'),
  Object: panel('提出异议'),
  Concur: reviewer('无不同意见'),
  ReturnForForm: reviewer('退回补正'),
  AdviseReconsideration: reviewer('建议复议'),
  ReferToMeeting: reviewer('提请专业法官会议讨论'),
  RequestCommittee: reviewer('报请提交审判委员会讨论'),
  Escalate: reviewer('报上一级院庭长'),
  Recuse: reviewer('回避'),
  AnswerObjection: power('阅核：答复异议', [...LEADERS, ...TRIAL_MANAGEMENT], {
    unless: ['answer-not-permitted'],
  }),
  RecordOffline: power('阅核：补录意见', [...TRIERS, ...TRIAL_MANAGEMENT], {
    unless: ['panel-act-not-permitted'],
  }),
  ConfirmOffline: power('阅核：核实补录', TRIERS, { unless: ['panel-act-not-permitted'] }),
  ContestOffline: power('阅核：核实补录', TRIERS, { unless: ['panel-act-not-permitted'] }),
  Lapse: CLOCK,
};

/** @returns by what is done; a step by the step */
export const reviewPowerOf = (command: PreIssueReviewCommand): Power =>
  preIssueReviewPowers[command.type === 'TakeStep' ? command.data.step.type : command.type];
