import type { EventTypes } from '@liuhen/kernel';
import {
  accountabilityTalkEvents,
  type AccountabilityTalkEvent,
} from '../accountability-talk/accountability-talk.events';
import { bulletinEvents, type BulletinEvent } from '../bulletin/bulletin.events';
import {
  leaderAssignmentEvents,
  type LeaderAssignmentEvent,
} from '../leader-assignment/leader-assignment.events';
import {
  listedSupervisionEvents,
  type ListedSupervisionEvent,
} from '../listed-supervision/listed-supervision.events';
import {
  supervisionMatterEvents,
  type SupervisionMatterEvent,
} from '../supervision-matter/supervision-matter.events';
import {
  supervisoryInspectionEvents,
  type SupervisoryInspectionEvent,
} from '../supervisory-inspection/supervisory-inspection.events';
import { taskingMeetingEvents, type TaskingMeetingEvent } from '../tasking-meeting/tasking-meeting.events';

/** All that can happen on a matter, whichever act it belongs to. An act on matters adds its events here. */
export type MatterEvent =
  | SupervisionMatterEvent
  | AccountabilityTalkEvent
  | LeaderAssignmentEvent
  | SupervisoryInspectionEvent
  | TaskingMeetingEvent
  | BulletinEvent
  | ListedSupervisionEvent;

export const matterEvents: EventTypes<MatterEvent> = {
  ...supervisionMatterEvents,
  ...accountabilityTalkEvents,
  ...leaderAssignmentEvents,
  ...supervisoryInspectionEvents,
  ...taskingMeetingEvents,
  ...bulletinEvents,
  ...listedSupervisionEvents,
};
