const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

/** The suffix of a test file says what it needs: nothing, a PostgreSQL, a whole server, a browser, or much time. */
const project = (displayName, suffix, extra = {}) => ({
  displayName,
  rootDir: __dirname,
  testRegex: `\\.${suffix}\\.ts$`,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: {
    '^@liuhen/([^/]+)$': '<rootDir>/libs/$1/src',
    '^@liuhen/([^/]+)/(testing|vocabulary)$': '<rootDir>/libs/$1/src/$2',
  },
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  transformIgnorePatterns: ['/node_modules/(?!(?:jose|oidc-provider)/)'],
  ...extra,
});

const MINUTE = 60_000;

const withServer = (patience) => ({
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
  globals: { PATIENCE_MS: patience },
});

module.exports = {
  // What modules leave behind in a worker adds up; it is replaced between two files.
  workerIdleMemoryLimit: '1GB',
  // Most files wait for a server more than they compute.
  maxWorkers: '100%',
  projects: [
    project('unit', 'spec', { testPathIgnorePatterns: ['<rootDir>/test/'] }),
    project('architecture', 'spec', { roots: ['<rootDir>/test/architecture'] }),
    project('integration', 'int-spec', withServer(MINUTE)),
    project('e2e', 'e2e-spec', withServer(2 * MINUTE)),
    project('browser', 'browser-spec', withServer(2 * MINUTE)),
    project('long', 'long-spec', withServer(20 * MINUTE)),
  ],
};
