import { Pool } from 'pg';

/** Connections to a database, of which one that is ending may be cut off when the database is dropped. */
export const poolOf = (connectionString: string, max: number): Pool =>
  new Pool({ connectionString, max }).on('error', () => undefined);
