import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { CaseController } from './case.controller';
import { caseEvents } from './case.events';
import { HandleCaseHandler } from './case.handler';
import { caseRegister } from './case.projection';
import { ListCasesHandler, ShowCaseHandler } from './case.query';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { caseRefusals, newTrialRefusals } from './case.refusals';
import { caseSentences } from './case.sentences';
import { casePowers } from './case.powers';

@Module({
  controllers: [CaseController],
  providers: [HandleCaseHandler, ListCasesHandler, ShowCaseHandler],
})
class CaseModule {}

export const caseAct: SupervisoryAct = {
  name: 'case',
  title: '案件',
  events: caseEvents,
  sentences: caseSentences,
  duties: {},
  dutyKinds: {},
  powers: casePowers,
  refusals: { ...caseFileRefusals, ...caseRefusals, ...newTrialRefusals },
  projections: [caseRegister],
  module: CaseModule,
};
