import { matterDutiesOf } from '../matter-rules/matter-duties';
import { taskingMeetingEvents } from './tasking-meeting.events';

export const taskingMeetingDuties = matterDutiesOf(taskingMeetingEvents);
