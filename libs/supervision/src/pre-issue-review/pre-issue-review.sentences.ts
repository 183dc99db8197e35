import type { DutyTerms, Sentences } from '@liuhen/kernel';
import { REVIEW_LEVELS, type ReviewLevel } from '../court-rules/review-policy';
import { DOCUMENT_KINDS, URGENT_REASONS } from '../law/document-features';
import {
  CLEARANCES,
  ISSUE_CATEGORIES,
  OBJECTION_ADDRESSEES,
  OPINIONS,
  PASSED_OVER,
  RECONSIDERATION_CAUSES,
  type Issue,
  type Next,
  type PreIssueReviewEvent,
  type Submission,
} from './pre-issue-review.events';

export const preIssueReviewSentences: Sentences<PreIssueReviewEvent> = {
  ReviewSubmitted: ({ data }) =>
    `提交${DOCUMENT_KINDS[data.kind]}（${data.document.name}）阅核${urgencyOf(data)}${passedOverIn(data)}；${to(data.next)}`,
  ReviewConcurred: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.noObjection}${remarkOf(data.remark)}；${to(data.next)}`,
  ReviewReturned: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.returnForForm}（${data.defects.join('；')}）；${to(data.next)}`,
  ReconsiderationAdvised: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.adviseReconsideration}（第${data.round}次），问题：${issuesOf(data.issues)}；` +
    `理由：${data.reasons}；${to(data.next)}`,
  ReferredToMeeting: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.referToMeeting}：${data.questions.join('；')}${until(data.charge)}`,
  CommitteeRequested: ({ data }) =>
    `${data.by === 'reviewer' ? '阅核人' : '合议庭'}${OPINIONS.requestCommittee}：${data.reasons}${until(data.charge)}`,
  ReviewEscalated: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.escalate}（${data.reasons}）；${to(data.next)}`,
  ReviewerRecused: ({ data }) =>
    `${at(data.level)}阅核：${OPINIONS.recuse}（${data.reasons}）；${to(data.next)}`,
  DocumentResubmitted: ({ data }) =>
    `补正后再次提交（第${data.version}稿）：${data.corrections.join('；')}；${to(data.next)}`,
  PanelReconsidered: ({ data }) =>
    `合议庭复议（${RECONSIDERATION_CAUSES[data.cause]}），${data.outcome === 'maintained' ? '维持原意见' : `改变意见，提交第${data.version}稿`}：` +
    `${data.response}；${to(data.next)}`,
  ConformingDocumentSubmitted: ({ data }) =>
    `按照审判委员会决定制作文书（第${data.version}稿）；${to(data.next)}`,
  ReviewWithdrawn: ({ data }) => `撤回阅核：${data.reasons}`,
  ReviewLapsed: ({ data }) =>
    data.next === null ? '审判组织逾期未办，视为撤回' : `逾期未办，程序继续；${to(data.next)}`,
  ReviewObjected: ({ data }) =>
    `对${at(data.level)}的阅核提出异议，请${OBJECTION_ADDRESSEES[data.to]}答复：${data.text}${until(data.charge)}`,
  ObjectionAnswered: ({ data }) => `答复第${data.objection}项异议：${data.answer}`,
  OfflineOpinionRecorded: ({ data }) =>
    `补录${at(data.level)}的口头或者书面意见：${OPINIONS[data.opinion]}，${data.text}${until(data.charge, '待另一方核实')}`,
  OfflineOpinionConfirmed: ({ data }) => `核实第${data.entry}条补录：属实`,
  OfflineOpinionContested: ({ data }) => `核实第${data.entry}条补录：有异议，${data.reasons}`,
  OfflineOpinionUnanswered: ({ data }) => `第${data.entry}条补录逾期无人核实，未经确认`,
  DocumentSigned: ({ data }) =>
    `${data.signers.length}人签署文书（${data.document.name}），` +
    `${data.clearance === 'urgent' ? '情况紧急，先行签署' : CLEARANCES[data.clearance]}${onRecord(data.disagreements)}`,
  DocumentIssued: ({ data }) =>
    `发出文书（${data.document.name}）` +
    (data.clerical === null
      ? '，与签署的一致'
      : `，校对性修改：${data.clerical.corrections.join('；')}（${data.clerical.reason}）`),
};

const at = (level: ReviewLevel): string => REVIEW_LEVELS[level];

const remarkOf = (remark: string | null): string => (remark === null ? '' : `（${remark}）`);

const issuesOf = (issues: readonly Issue[]): string =>
  issues.map(({ category, text }) => `${ISSUE_CATEGORIES[category]}：${text}`).join('；');

const urgencyOf = ({ urgent }: Submission): string =>
  urgent === null ? '' : `，${URGENT_REASONS[urgent]}，不因阅核延误`;

function passedOverIn({ passedOver }: Submission): string {
  const passed = passedOver.map(({ level, why }) => `${at(level)}${PASSED_OVER[why]}，由上一级阅核`);
  return passed.length === 0 ? '' : `（${passed.join('；')}）`;
}

function to(next: Next): string {
  switch (next.at) {
    case 'review':
      return `交${at(next.step.level)}阅核${until(next.charge)}`;
    case 'correction':
      return `交合议庭补正${until(next.charge)}`;
    case 'reconsideration':
      return `交合议庭复议${until(next.charge)}`;
    case 'committee':
      return '报请提交审判委员会';
    case 'signature':
      return `${CLEARANCES[next.clearance]}，由合议庭签署${until(next.charge)}`;
  }
}

const until = ({ due, provisional }: DutyTerms, what = ''): string =>
  due === null
    ? ''
    : `（${what === '' ? '' : `${what}，`}至${due}${provisional ? '，放假安排公布前暂定' : ''}）`;

const onRecord = (disagreements: readonly string[]): string =>
  disagreements.length === 0 ? '' : `；不同意见记录在案：${disagreements.join('；')}`;
