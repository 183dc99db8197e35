export * from './runner';
export { HistoryModule } from './history/history.module';
