export { acts } from './acts';
export { CaseDocumentsModule } from './case-documents/case-documents.module';
export { caseFileOf } from './case-file/case-file-of';
export { CaseParam, namedCase } from './case-file/case-param';
export { caseIdOfStream, type CaseReference } from './case-file/case-id';
export { CourtView } from './case-file/court.views';
export { CaseReading, type InnerFile, type ReadableCase, type ReadingWishes } from './case-file/case-reading';
export { CaseReadingModule } from './case-reading.module';
export { caseStream, type CaseId } from './case/case.events';
export { courtFactsOf } from './case-file/court-facts-of';
export { PATTERN_POLICY, patternPolicyOf, type PatternPolicy } from './court-rules/pattern-policy';
export { policyKinds } from './court-rules/policy-kinds';
export { READING_POLICY, readingPolicyOf, type ReadingPolicy } from './court-rules/reading-policy';
export type { DepartedDuty, Departure } from './departure';
export { dutyRulebookOf, ledgerOf, type DutyRulebook } from './duty-rulebook';
export { dutyWarningDecider } from './duty-warning/duty-warning.decider';
export {
  dutyWarningEvents,
  warningKey,
  type DutyWarningEvent,
  type WarningReference,
} from './duty-warning/duty-warning.events';
export { isSettled } from './duty-warning/duty-warning.refusals';
export type { ClockContext, DutyReference, Lapse } from './lapse';
export {
  SUSPENSION_REASONS,
  type Figure,
  type SuspensionReason,
} from './leader-assignment/leader-assignment.events';
export { MatterParam } from './matter-file/asked-of-matter';
export { matterFileOf } from './matter-file/matter-file-of';
export { readableIn, readableMatter, type ReadableMatter } from './matter-file/readable-matter';
export { evolveMatter } from './matter-rules/evolve-matter';
export { MATTER_POLICY } from './matter-rules/instrument-policy';
export {
  ANSWERING_SIDES,
  INSTRUMENTS,
  isOver,
  REACHES,
  STAGES,
  TARGET_KINDS,
  TRIGGERS,
  type AnsweringSide,
  type Instrument,
  type Stage,
  type TargetKind,
  type Trigger,
} from './matter-rules/instruments';
export { isUnfinished, type Matter, type MatterState } from './matter-rules/matter';
export type { Route } from './matter-rules/matter-clauses';
export { matterEvents, type MatterEvent } from './matter-rules/matter-events';
export { isInternal, isInternalDuty } from './matter-rules/sight';
export {
  matterOfStream,
  matterStream,
  type MatterContent,
  type MatterId,
  type MatterTarget,
} from './supervision-matter/supervision-matter.events';
export { openErasures } from './redaction/open-erasures.handler';
export { redactionEvents, type PayloadRedacted } from './redaction/redaction.events';
export type { SupervisoryAct } from './supervisory-act';
