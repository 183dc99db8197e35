import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { CaseProtectionController } from './case-protection.controller';
import { caseProtectionEvents } from './case-protection.events';
import { HandleCaseProtectionHandler } from './case-protection.handler';
import { caseProtectionPowers } from './case-protection.powers';
import { caseProtectionRefusals } from './case-protection.refusals';
import { caseProtectionSentences } from './case-protection.sentences';

@Module({ controllers: [CaseProtectionController], providers: [HandleCaseProtectionHandler] })
class CaseProtectionModule {}

export const caseProtectionAct: SupervisoryAct = {
  name: 'case-protection',
  title: '案件保护',
  events: caseProtectionEvents,
  sentences: caseProtectionSentences,
  duties: {},
  dutyKinds: {},
  powers: caseProtectionPowers,
  refusals: caseProtectionRefusals,
  projections: [],
  module: CaseProtectionModule,
};
