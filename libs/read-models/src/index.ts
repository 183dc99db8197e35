export * from './runner';
export { projections } from './projections';
export { DutiesModule } from './duties/duties.module';
export { HistoryModule } from './history/history.module';
