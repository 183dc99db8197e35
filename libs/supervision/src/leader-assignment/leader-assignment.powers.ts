import type { Power } from '@liuhen/courts';
import { issuing } from '../matter-rules/matter-power';
import type { LeaderAssignmentCommand } from './leader-assignment.decider';

export const leaderAssignmentPowers: Readonly<Record<LeaderAssignmentCommand['type'], Power>> = {
  RecordBaseline: issuing('建立包保基线'),
  RecordContact: issuing('登记包保联系'),
  RecordAssignmentVisit: issuing('登记包保现场督导'),
  SuspendAssignment: issuing('中止包保'),
  HandOverAssignment: issuing('更换包保领导'),
};
