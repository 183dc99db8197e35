/** One of the names of the four logs, by which schemas and statements are called. */
const LOG = 'LOG_NAMES';
/** What a projection declares of its own tables and columns. */
const DECLARED = 'written in the projection';
/** SQL of this file, which takes values by their numbers only. */
const OWN = 'constants and parameters, put together in this file';
const BUILD = 'made by buildName: a declared name, a version and a number of a sequence';

/** Where SQL is put together of more than constants: each part, and why nobody outside can choose it. */
export const REVIEWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'deploy/migrations/0001-logs.ts': { schema: LOG },
  'deploy/migrations/0002-read-models.ts': { build: BUILD },
  'deploy/migrations/application-role.ts': {
    verifier: 'a SCRAM verifier in base64; the statement takes no parameters',
  },
  'deploy/migrations/found-logs.ts': { head: LOG },
  'deploy/migrations/migrate.ts': { name: 'quoted by quote_ident' },
  'libs/event-store/src/postgres/append-call.ts': { log: LOG },
  'libs/event-store/src/postgres/log-reader.ts': { 'this.columns': OWN, 'this.log': LOG, all: OWN },
  'libs/event-store/src/postgres/open-log.ts': { log: LOG },
  'libs/kernel/src/projection-rows.ts': {
    table: DECLARED,
    columns: DECLARED,
    'recordset(table)': DECLARED,
    same: DECLARED,
  },
  'libs/notary/src/fsck/misplaced-rows.ts': { table: OWN },
  'libs/notary/src/tables/numbering.ts': { name: LOG },
  'libs/read-models/src/duties/duties.projection.ts': { table: DECLARED },
  'libs/read-models/src/duties/duty-sql.ts': {
    posts: OWN,
    persons: OWN,
    'matchesSql(condition, past)': OWN,
    condition: OWN,
    "matchesSql('all', past)": OWN,
  },
  'libs/read-models/src/matters/matter-sql.ts': { subject: OWN, column: OWN, matches: OWN, limit: OWN },
  'libs/read-models/src/matters/matters.projection.ts': { table: DECLARED },
  'libs/read-models/src/runner/build-writer.ts': {
    'hold.build': BUILD,
    'String(tuning.statementTimeoutMs)': 'a number',
    'String(tuning.leaseMs)': 'a number',
  },
  'libs/read-models/src/runner/prepare-builds.ts': {
    build: BUILD,
    'rows[0].missing': 'no SQL: the words of an error',
  },
};
