import { matterDutiesOf } from '../matter-rules/matter-duties';
import { accountabilityTalkEvents } from './accountability-talk.events';

export const accountabilityTalkDuties = matterDutiesOf(accountabilityTalkEvents);
