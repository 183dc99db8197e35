export { acts } from './acts';
export { CaseDocumentsModule } from './case-documents/case-documents.module';
export { CaseParam } from './case-file/case-param';
export { caseIdOfStream, type CaseReference } from './case-file/case-id';
export { CourtView } from './case-file/court.views';
export { mayReadInnerFile, readableCase } from './case-file/readable-case';
export { caseIdOf, type CaseId } from './case/case.events';
export { courtFactsOf } from './case-file/court-facts-of';
export { policyKinds } from './court-rules/policy-kinds';
export { dutyRulebookOf, ledgerOf, type DutyRulebook } from './duty-rulebook';
export { dutyWarningDecider } from './duty-warning/duty-warning.decider';
export {
  dutyWarningEvents,
  warningKey,
  type DutyWarningEvent,
  type WarningReference,
} from './duty-warning/duty-warning.events';
export { isSettled } from './duty-warning/duty-warning.refusals';
export type { DutyReference, Lapse, LapseContext } from './lapse';
export { MATTER_POLICY } from './matter-rules/instrument-policy';
export { ANSWERING_SIDES, INSTRUMENTS, REACHES, type Instrument } from './matter-rules/instruments';
export type { Route } from './matter-rules/matter-clauses';
export type { SupervisoryAct } from './supervisory-act';
