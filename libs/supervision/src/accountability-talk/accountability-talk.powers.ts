import type { Power } from '@liuhen/courts';
import { answering, issuing, ofTheClock } from '../matter-rules/matter-power';
import type { AccountabilityTalkCommand } from './accountability-talk.decider';

export const accountabilityTalkPowers: Readonly<Record<AccountabilityTalkCommand['type'], Power>> = {
  PlanTalk: issuing('拟订约谈方案'),
  RescheduleTalk: issuing('约谈改期'),
  HoldTalk: issuing('登记谈话'),
  SignTalkRecord: answering('在约谈笔录上签字'),
  LapseTalkSignature: ofTheClock('逾期未签字的认定'),
};
