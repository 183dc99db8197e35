export * from './errors';
export * from './event-store';
export {
  EventStoreDbEventStore,
  type EventStoreDbEventStoreOptions,
  type EventStoreDbLimits,
} from './eventstoredb/eventstoredb-event-store';
export * from './execute';
export { executeRefusals } from './execute.refusals';
export * from './log-identity';
export { fsck, type Finding, type FindingKind, type FsckOptions, type FsckReport } from './postgres/fsck';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store';
export { refusedExecutionOf, type RefusedExecution } from './refused-execution';
export { sealDecision, type Entropy } from './seal-decision';
export type { ReliedOn, StreamReader } from './stream-reader';
