import type { DutyChange, DutyRules, DutyTerms } from '@liuhen/kernel';
import type { AdjudicationCommitteeEvent } from './adjudication-committee.events';

/** A step does what was owed, and charges whoever comes next. */
export const adjudicationCommitteeDuties: DutyRules<AdjudicationCommitteeEvent> = {
  CommitteeApplied: ({ data }) => opened(data.charge),
  CommitteeReferralDecided: ({ data }) => [discharge(data.duty), ...opened(data.charge)],
  ApplicationReconsidered: ({ data }) => [discharge(data.duty), ...opened(data.charge)],
  CommitteeDecided: ({ data }) => [
    discharge(data.duty),
    ...(data.supersedes === null
      ? []
      : [{ change: 'waive', duty: data.supersedes, waiver: 'superseded' } as const]),
    ...opened(data.charge),
  ],
  CommitteeReconsiderationRequested: ({ data }) => opened(data.charge),
  CommitteeReconsiderationDecided: ({ data }) => [discharge(data.duty), ...opened(data.charge)],
  CommitteeDecisionCarriedOut: ({ data }) => [discharge(data.duty)],
};

const opened = (terms: DutyTerms | null): readonly DutyChange[] =>
  terms === null ? [] : [{ change: 'open', terms }];

const discharge = (duty: string): DutyChange => ({ change: 'discharge', duty });
