import { matterDutiesOf } from '../matter-rules/matter-duties';
import { supervisoryInspectionEvents } from './supervisory-inspection.events';

export const supervisoryInspectionDuties = matterDutiesOf(supervisoryInspectionEvents);
