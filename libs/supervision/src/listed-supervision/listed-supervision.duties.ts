import { matterDutiesOf } from '../matter-rules/matter-duties';
import { listedSupervisionEvents } from './listed-supervision.events';

export const listedSupervisionDuties = matterDutiesOf(listedSupervisionEvents);
