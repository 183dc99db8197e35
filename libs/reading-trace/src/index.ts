export {
  readingTraceEvents,
  type CommandRefused,
  type ReadingDenied,
  type ReadingTraceEvent,
  type RecordsRead,
} from './reading-trace.events';
export { ReadingTraceModule } from './reading-trace.module';
