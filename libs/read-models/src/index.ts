export * from './runner';
export { AdministrationModule } from './administration/administration.module';
export { projections } from './projections';
export {
  dueWarnings,
  overdueDuties,
  personalDuties,
  type DueWarning,
  type OverdueDuty,
  type PersonalDuty,
} from './duties/due-duties';
export { DutiesModule } from './duties/duties.module';
export { ShowFamily } from './family/family.query';
export { HistoryModule } from './history/history.module';
export { SeenStreams, type SeenStream } from './history/seen-streams';
export { inspectionRefusals, patternsPower } from './inspection/inspection.power';
export { InspectionModule } from './inspection/inspection.module';
export { MattersModule } from './matters/matters.module';
export { readersPower, readersRefusals } from './readers/readers.power';
export { ReadersModule } from './readers/readers.module';
export { dropFormerBuilds, recordedRedactions, type RecordedRedaction } from './redactions/redactions';
