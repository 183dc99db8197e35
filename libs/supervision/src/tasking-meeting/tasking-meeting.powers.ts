import type { Power } from '@liuhen/courts';
import { issuing } from '../matter-rules/matter-power';
import type { TaskingMeetingCommand } from './tasking-meeting.decider';

export const taskingMeetingPowers: Readonly<Record<TaskingMeetingCommand['type'], Power>> = {
  SetAgenda: issuing('确定调度议题'),
  MakeRandomDraw: issuing('随机抽取'),
  HoldTaskingMeeting: issuing('登记调度会议'),
};
