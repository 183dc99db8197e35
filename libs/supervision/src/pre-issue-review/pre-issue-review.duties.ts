import type { DutyChange, DutyRules, DutyTerms } from '@liuhen/kernel';
import type { Next, PreIssueReviewEvent } from './pre-issue-review.events';

/** A step does what was owed, and charges whoever comes next. */
export const preIssueReviewDuties: DutyRules<PreIssueReviewEvent> = {
  ReviewSubmitted: ({ data }) => charged(data.next),
  ReviewConcurred: ({ data }) => passedOn(data),
  ReviewReturned: ({ data }) => passedOn(data),
  ReconsiderationAdvised: ({ data }) => passedOn(data),
  ReferredToMeeting: ({ data }) => [discharge(data.duty), open(data.charge)],
  CommitteeRequested: ({ data }) => [
    ...(data.duty === null ? [] : [discharge(data.duty)]),
    open(data.charge),
  ],
  ReviewEscalated: ({ data }) => passedOn(data),
  ReviewerRecused: ({ data }) => [
    { change: 'waive', duty: data.duty, waiver: 'recused' },
    ...charged(data.next),
  ],
  DocumentResubmitted: ({ data }) => passedOn(data),
  PanelReconsidered: ({ data }) => passedOn(data),
  ConformingDocumentSubmitted: ({ data }) => passedOn(data),
  ReviewWithdrawn: ({ data }) => [{ change: 'waive', duty: data.duty, waiver: 'withdrawn' }],
  ReviewLapsed: ({ data }) => [
    { change: 'waive', duty: data.duty, waiver: 'lapsed' },
    ...(data.next === null ? [] : charged(data.next)),
  ],
  ReviewObjected: ({ data }) => [open(data.charge)],
  ObjectionAnswered: ({ data }) => [discharge(data.duty)],
  OfflineOpinionRecorded: ({ data }) => [open(data.charge)],
  OfflineOpinionConfirmed: ({ data }) => [discharge(data.duty)],
  OfflineOpinionContested: ({ data }) => [discharge(data.duty)],
  OfflineOpinionUnanswered: ({ data }) => [{ change: 'waive', duty: data.duty, waiver: 'lapsed' }],
  DocumentSigned: ({ data }) =>
    data.clearance === 'urgent'
      ? [{ change: 'waive', duty: data.duty, waiver: 'superseded' }]
      : [discharge(data.duty)],
};

const open = (terms: DutyTerms): DutyChange => ({ change: 'open', terms });
const discharge = (duty: string): DutyChange => ({ change: 'discharge', duty });

const charged = (next: Next): readonly DutyChange[] => ('charge' in next ? [open(next.charge)] : []);

const passedOn = ({ duty, next }: { readonly duty: string; readonly next: Next }): readonly DutyChange[] => [
  discharge(duty),
  ...charged(next),
];
