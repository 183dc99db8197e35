export { APPLICATION_ROLE, appUrl } from './application-role';
export { MigrationError, type MigrationFault } from './errors';
export { migrate, type MigrateOptions } from './migrate';
