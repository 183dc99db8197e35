import { matterDecider } from '../matter-rules/matter-decider';
import { holdTalk, type HoldTalkCommand } from './hold-talk';
import { planTalk, rescheduleTalk, type PlanTalkCommand, type RescheduleTalkCommand } from './plan-talk';
import {
  lapseTalkSignature,
  signTalkRecord,
  type LapseTalkSignatureCommand,
  type SignTalkRecordCommand,
} from './sign-record';
import { evolveTalk, noTalk, type Talk } from './talk';

export type AccountabilityTalkCommand =
  | PlanTalkCommand
  | RescheduleTalkCommand
  | HoldTalkCommand
  | SignTalkRecordCommand
  | LapseTalkSignatureCommand;

/** 约谈: what the life cycle of all instruments does not know of it. */
export const accountabilityTalkDecider = matterDecider<Talk, AccountabilityTalkCommand>({
  instruments: ['accountabilityTalk'],
  initial: noTalk,
  evolve: evolveTalk,

  decide(command, matter, talk, court) {
    switch (command.type) {
      case 'PlanTalk':
        return planTalk(command.data, matter, court);
      case 'RescheduleTalk':
        return rescheduleTalk(command.data, matter, talk, court);
      case 'HoldTalk':
        return holdTalk(command.data, matter, talk, court);
      case 'SignTalkRecord':
        return signTalkRecord(command.data, matter, talk, court);
      case 'LapseTalkSignature':
        return lapseTalkSignature(command.data, matter, talk, court);
    }
  },
});
