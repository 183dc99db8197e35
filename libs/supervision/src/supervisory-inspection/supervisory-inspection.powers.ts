import type { Power } from '@liuhen/courts';
import { issuing } from '../matter-rules/matter-power';
import type { SupervisoryInspectionCommand } from './supervisory-inspection.decider';

export const supervisoryInspectionPowers: Readonly<Record<SupervisoryInspectionCommand['type'], Power>> = {
  PlanInspection: issuing('拟订督导方案'),
  RecordVisit: issuing('登记进驻督导'),
  GiveFeedback: issuing('登记反馈会和问题清单'),
  GiveGuidance: issuing('登记一对一指导'),
};
