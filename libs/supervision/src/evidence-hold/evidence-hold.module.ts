import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { EvidenceHoldController } from './evidence-hold.controller';
import { evidenceHoldEvents } from './evidence-hold.events';
import { HandleEvidenceHoldHandler } from './evidence-hold.handler';
import { evidenceHoldPowers } from './evidence-hold.powers';
import { ListEvidenceHoldsHandler } from './evidence-hold.query';
import { evidenceHoldRefusals } from './evidence-hold.refusals';
import { evidenceHoldSentences } from './evidence-hold.sentences';

@Module({
  controllers: [EvidenceHoldController],
  providers: [HandleEvidenceHoldHandler, ListEvidenceHoldsHandler],
})
class EvidenceHoldModule {}

export const evidenceHoldAct: SupervisoryAct = {
  name: 'evidence-hold',
  title: '证据保全',
  events: evidenceHoldEvents,
  sentences: evidenceHoldSentences,
  duties: {},
  dutyKinds: {},
  powers: evidenceHoldPowers,
  refusals: evidenceHoldRefusals,
  projections: [],
  module: EvidenceHoldModule,
};
