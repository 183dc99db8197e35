import { matterDutiesOf } from '../matter-rules/matter-duties';
import { bulletinEvents } from './bulletin.events';

export const bulletinDuties = matterDutiesOf(bulletinEvents);
