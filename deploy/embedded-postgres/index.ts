export { EmbeddedPostgresError } from './errors';
export { type EmbeddedPostgres, embeddedPostgresAt, startEmbeddedPostgres } from './start';
