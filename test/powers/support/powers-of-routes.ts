import type { Power } from '@liuhen/courts';
import { acts } from '@liuhen/supervision';

/** The command that each route of an act on a case gives, as `act/command`. */
const COMMANDS: Readonly<Record<string, string>> = {
  registerCase: 'case/RegisterCase',
  linkCase: 'case/LinkCase',
  formPanel: 'case/FormPanel',
  recordDisposition: 'case/RecordDisposition',
  protectCase: 'case-protection/ProtectCase',
  liftCaseProtection: 'case-protection/LiftCaseProtection',
  decideAppellateDisposition: 'appellate-disposition/RecordAppellateDisposition',
  submitForReview: 'pre-issue-review/Submit',
  resubmitDocument: 'pre-issue-review/Resubmit',
  reconsiderAsPanel: 'pre-issue-review/Reconsider',
  submitConformingDocument: 'pre-issue-review/SubmitConforming',
  withdrawReview: 'pre-issue-review/Withdraw',
  signDocument: 'pre-issue-review/Sign',
  issueDocument: 'pre-issue-review/Issue',
  objectToReview: 'pre-issue-review/Object',
  answerObjection: 'pre-issue-review/AnswerObjection',
  concurInReview: 'pre-issue-review/Concur',
  returnForForm: 'pre-issue-review/ReturnForForm',
  adviseReconsideration: 'pre-issue-review/AdviseReconsideration',
  referReviewToMeeting: 'pre-issue-review/ReferToMeeting',
  requestCommittee: 'pre-issue-review/RequestCommittee',
  escalateReview: 'pre-issue-review/Escalate',
  recuseFromReview: 'pre-issue-review/Recuse',
  recordOfflineOpinion: 'pre-issue-review/RecordOffline',
  confirmOfflineOpinion: 'pre-issue-review/ConfirmOffline',
  contestOfflineOpinion: 'pre-issue-review/ContestOffline',
  requestMeeting: 'professional-judges-meeting/RequestMeeting',
  conveneMeeting: 'professional-judges-meeting/ConveneMeeting',
  declineMeeting: 'professional-judges-meeting/DeclineMeeting',
  concludeMeeting: 'professional-judges-meeting/ConcludeMeeting',
  applyToCommittee: 'adjudication-committee/ApplyToCommittee',
  decideReferral: 'adjudication-committee/DecideReferral',
  reconsiderApplication: 'adjudication-committee/ReconsiderApplication',
  conveneCommittee: 'adjudication-committee/ConveneCommittee',
  decideCommitteeMatter: 'adjudication-committee/DecideMatter',
  requestCommitteeReconsideration: 'adjudication-committee/RequestReconsideration',
  carryOutCommitteeDecision: 'adjudication-committee/CarryOutDecision',
  proposeRedaction: 'redaction/ProposeRedaction',
  approveRedaction: 'redaction/ApproveRedaction',
  holdEvidence: 'evidence-hold/HoldEvidence',
  releaseEvidence: 'evidence-hold/ReleaseEvidence',
  declineRedaction: 'redaction/DeclineRedaction',
};

/** The power that each route of an act on a case needs. */
export const powersOfRoutes: ReadonlyMap<string, Power> = new Map(
  Object.entries(COMMANDS).map(([route, name]) => [route, powerNamed(name)]),
);

function powerNamed(name: string): Power {
  const [act, command = ''] = name.split('/');
  const power = acts.find((one) => one.name === act)?.powers[command];
  if (!power) throw new Error(name);
  return power;
}
