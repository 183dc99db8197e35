import { matterDutiesOf } from '../matter-rules/matter-duties';
import { supervisionMatterEvents } from './supervision-matter.events';

export const supervisionMatterDuties = matterDutiesOf(supervisionMatterEvents);
