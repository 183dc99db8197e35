import type { DutyRules } from '@liuhen/kernel';
import { matterDutiesOf, stepDuties } from '../matter-rules/matter-duties';
import { leaderAssignmentEvents, type LeaderAssignmentEvent } from './leader-assignment.events';

export const leaderAssignmentDuties: DutyRules<LeaderAssignmentEvent> = {
  ...matterDutiesOf(leaderAssignmentEvents),
  AssignmentHandedOver: (event) => [
    ...stepDuties(event),
    ...event.data.duties.map((duty) => ({ change: 'handOver', duty, to: event.data.to }) as const),
  ],
};
