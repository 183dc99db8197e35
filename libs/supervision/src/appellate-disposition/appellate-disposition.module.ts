import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { AppellateDispositionController } from './appellate-disposition.controller';
import { appellateDispositionEvents } from './appellate-disposition.events';
import { HandleAppellateDispositionHandler } from './appellate-disposition.handler';
import { appellateDispositionAudit } from './appellate-disposition.projection';
import { AuditAppellateDispositionsHandler, CountGroundsHandler } from './appellate-disposition.query';
import { appellateDispositionRefusals, ruleRefusals } from './appellate-disposition.refusals';
import { appellateDispositionSentences } from './appellate-disposition.sentences';
import { appellateDispositionPowers } from './appellate-disposition.powers';

@Module({
  controllers: [AppellateDispositionController],
  providers: [HandleAppellateDispositionHandler, AuditAppellateDispositionsHandler, CountGroundsHandler],
})
class AppellateDispositionModule {}

export const appellateDispositionAct: SupervisoryAct = {
  name: 'appellate-disposition',
  title: '发改指',
  events: appellateDispositionEvents,
  sentences: appellateDispositionSentences,
  duties: {},
  dutyKinds: {},
  powers: appellateDispositionPowers,
  refusals: { ...appellateDispositionRefusals, ...ruleRefusals },
  projections: [appellateDispositionAudit],
  module: AppellateDispositionModule,
};
