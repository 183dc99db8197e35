import { Module, type Type } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { AllActs, allActs } from './all-acts';
import { RedactionController } from './redaction.controller';
import { redactionEvents } from './redaction.events';
import { RedactionFactsReader } from './redaction-facts.query';
import { HandleRedactionHandler } from './redaction.handler';
import { ListRedactionsHandler } from './redaction.query';
import { redactionRefusals } from './redaction.refusals';
import { redactionSentences } from './redaction.sentences';
import { UnderWay } from './under-way.query';
import { redactionPowers } from './redaction.powers';

/** @param acts whose events say what may be taken away of them. */
export const redactionAct = (acts: readonly SupervisoryAct[]): SupervisoryAct => ({
  name: 'redaction',
  title: '依法遮蔽',
  events: redactionEvents,
  sentences: redactionSentences,
  duties: {},
  dutyKinds: {},
  powers: redactionPowers,
  refusals: redactionRefusals,
  projections: [],
  module: moduleOf(allActs(acts)),
});

function moduleOf(acts: AllActs): Type {
  @Module({
    controllers: [RedactionController],
    providers: [
      HandleRedactionHandler,
      ListRedactionsHandler,
      RedactionFactsReader,
      UnderWay,
      { provide: AllActs, useValue: acts },
    ],
  })
  class RedactionModule {}
  return RedactionModule;
}
