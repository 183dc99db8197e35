export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './errors';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start';
