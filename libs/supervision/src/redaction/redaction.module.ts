import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { RedactionController } from './redaction.controller';
import { redactionEvents } from './redaction.events';
import { RedactionFactsReader } from './redaction-facts.query';
import { HandleRedactionHandler } from './redaction.handler';
import { ListRedactionsHandler } from './redaction.query';
import { redactionRefusals } from './redaction.refusals';
import { redactionSentences } from './redaction.sentences';
import { UnderWay } from './under-way.query';
import { redactionPowers } from './redaction.powers';

@Module({
  controllers: [RedactionController],
  providers: [HandleRedactionHandler, ListRedactionsHandler, RedactionFactsReader, UnderWay],
})
class RedactionModule {}

/** What may be taken away of an event, the act that records it says. */
export const redactionAct: SupervisoryAct = {
  name: 'redaction',
  title: '依法遮蔽',
  events: redactionEvents,
  sentences: redactionSentences,
  duties: {},
  dutyKinds: {},
  powers: redactionPowers,
  refusals: redactionRefusals,
  projections: [],
  module: RedactionModule,
};
