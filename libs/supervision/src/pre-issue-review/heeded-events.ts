import type { EventTypes } from '@liuhen/kernel';
import {
  adjudicationCommitteeEvents,
  type AdjudicationCommitteeEvent,
} from '../adjudication-committee/adjudication-committee.events';
import { caseEvents, type CaseEvent } from '../case/case.events';
import {
  professionalJudgesMeetingEvents,
  type ProfessionalJudgesMeetingEvent,
} from '../professional-judges-meeting/professional-judges-meeting.events';
import { preIssueReviewEvents, type PreIssueReviewEvent } from './pre-issue-review.events';

/** The events that a review heeds: its own, those of the case, and those of the bodies that it calls on. */
export type HeededEvent =
  CaseEvent | PreIssueReviewEvent | ProfessionalJudgesMeetingEvent | AdjudicationCommitteeEvent;

export const heededEvents: EventTypes<HeededEvent> = {
  ...caseEvents,
  ...preIssueReviewEvents,
  ...professionalJudgesMeetingEvents,
  ...adjudicationCommitteeEvents,
};
