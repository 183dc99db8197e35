import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { AppellateDispositionController } from './appellate-disposition.controller';
import { appellateDispositionEvents } from './appellate-disposition.events';
import { HandleAppellateDispositionHandler } from './appellate-disposition.handler';
import { appellateDispositionAudit } from './appellate-disposition.projection';
import { AuditAppellateDispositionsHandler, CountGroundsHandler } from './appellate-disposition.query';
import { appellateDispositionRefusals, ruleRefusals } from './appellate-disposition.refusals';
import { appellateDispositionSentences } from './appellate-disposition.sentences';

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
  refusals: { ...appellateDispositionRefusals, ...ruleRefusals },
  projections: [appellateDispositionAudit],
  module: AppellateDispositionModule,
};
