import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { AccountabilityTalkController } from './accountability-talk.controller';
import { accountabilityTalkDuties } from './accountability-talk.duties';
import { accountabilityTalkEvents, TALK_DUTIES } from './accountability-talk.events';
import { HandleTalkHandler, lapseSignature } from './accountability-talk.handler';
import { ListTalksHandler } from './accountability-talk.query';
import { accountabilityTalkRefusals } from './accountability-talk.refusals';
import { accountabilityTalkSentences } from './accountability-talk.sentences';
import { accountabilityTalkPowers } from './accountability-talk.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [AccountabilityTalkController],
  providers: [HandleTalkHandler, ListTalksHandler],
})
class AccountabilityTalkModule {}

export const accountabilityTalkAct: SupervisoryAct = {
  name: 'accountability-talk',
  title: '约谈',
  events: accountabilityTalkEvents,
  sentences: accountabilityTalkSentences,
  duties: accountabilityTalkDuties,
  dutyKinds: TALK_DUTIES,
  lapses: { talkSignature: lapseSignature },
  powers: accountabilityTalkPowers,
  refusals: accountabilityTalkRefusals,
  projections: [],
  module: AccountabilityTalkModule,
};
