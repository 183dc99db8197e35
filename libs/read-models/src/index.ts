export * from './runner';
export { projections } from './projections';
export { dueWarnings, overdueDuties, type DueWarning, type OverdueDuty } from './duties/due-duties';
export { DutiesModule } from './duties/duties.module';
export { HistoryModule } from './history/history.module';
export { MattersModule } from './matters/matters.module';
