export * from './runner';
export { projections } from './projections';
export { HistoryModule } from './history/history.module';
