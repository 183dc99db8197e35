import type { DutyRules } from '@liuhen/kernel';
import { matterDutiesOf, stepDuties } from '../matter-rules/matter-duties';
import type { MATTER_DUTIES } from '../supervision-matter/supervision-matter.events';
import {
  leaderAssignmentEvents,
  type ASSIGNMENT_DUTIES,
  type LeaderAssignmentEvent,
} from './leader-assignment.events';

export const leaderAssignmentDuties: DutyRules<LeaderAssignmentEvent> = {
  ...matterDutiesOf(leaderAssignmentEvents),
  AssignmentHandedOver: (event) => [
    ...stepDuties(event),
    ...event.data.duties.map((duty) => ({ change: 'handOver', duty, to: event.data.to }) as const),
  ],
};

/** Kinds of what the leader can owe when leaving the post: the assignment is suspended at whichever step it is. */
export const OWED_BY_LEADER = [
  'matterReceipt',
  'assignmentBaseline',
  'leaderContact',
  'assignmentVisit',
  'matterReply',
] as const satisfies readonly (keyof typeof MATTER_DUTIES | keyof typeof ASSIGNMENT_DUTIES)[];
