/** Imports point one way: what each library may know of the others. */
const MAY_KNOW = {
  kernel: [],
  courts: ['kernel'],
  'event-store': ['kernel'],
  ledger: ['kernel'],
  platform: ['kernel', 'courts', 'event-store'],
  access: ['kernel', 'courts', 'event-store', 'ledger', 'platform'],
  'sign-in': ['kernel', 'courts', 'platform', 'access'],
  supervision: ['kernel', 'courts', 'event-store', 'platform', 'access'],
  'reading-trace': ['kernel', 'courts', 'event-store', 'platform', 'access', 'supervision'],
  'read-models': [
    ...['kernel', 'courts', 'event-store', 'platform', 'access'],
    ...['supervision', 'reading-trace'],
  ],
  signing: ['kernel', 'ledger'],
  notary: [
    ...['kernel', 'courts', 'event-store', 'ledger', 'signing', 'platform', 'access'],
    ...['supervision', 'read-models'],
  ],
};

const PRODUCT = '^(?:apps|libs|deploy)/';
/** What checks or measures the product; it may look behind every door. */
const TESTS = String.raw`(?:^(?:test|bench)/|[.-]spec\.ts$|/testing(?:\.ts$|/))`;
/** Files that state facts, decisions, duties and their wording; they run without anything around them. */
const PURE = String.raw`(?:\.(?:decider|events|duties|sentences|refusals)\.ts$|/(?:rules|law|court-rules|matter-rules)/)`;
/** The files of a slice that speak HTTP, Nest or SQL, and the parameters that the slices share. */
const EDGE = String.raw`(?:\.(?:controller|handler|query|projection|entity|module|views|bodies|commands)\.ts$|/(?:case|matter)-file/)`;
/** Folders of supervision that are no act's: the law, the courts' own rules, the case and the matter, to which all acts refer. */
const COMMON_GROUND = '(?:case-file|law|court-rules|matter-file|matter-rules)/';
const PACKAGES = '(?:^|/)node_modules/';
const DATABASE = `${PACKAGES}(?:pg|pg-[^/]+|typeorm|@nestjs/typeorm)/`;
const DATABASE_PLACES = String.raw`^libs/(?:event-store|read-models|platform|notary)/|^deploy/|\.(?:projection|query|entity|module)\.ts$`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const pointsInward = ([library, known]) =>
  forbid(
    `${library}-points-inward`,
    `libs/${library} knows ${known.join(', ') || 'nobody'}`,
    { path: `^libs/${library}/`, pathNot: TESTS },
    { path: '^(?:apps|deploy|test|bench|libs)/', pathNot: `^libs/(?:${[library, ...known].join('|')})/` },
  );

module.exports = {
  forbidden: [
    ...Object.entries(MAY_KNOW).map(pointsInward),
    forbid(
      'every-library-has-its-place',
      'a new library is entered in MAY_KNOW',
      { path: `^libs/(?!(?:${Object.keys(MAY_KNOW).join('|')})/)` },
      {},
    ),
    forbid(
      'libraries-have-one-door',
      'a library is known by its index, so that the rest of it can change',
      { path: '^libs/([^/]+)/', pathNot: TESTS },
      { path: '^libs/(?!$1/)[^/]+/', pathNot: String.raw`^libs/[^/]+/src/index\.ts$` },
    ),
    forbid(
      'dictionary-needs-no-packages',
      'kernel, courts and ledger can be read, checked and run by anybody with Node alone; only the suites bring in cryptography that Node lacks',
      { path: '^libs/(?:kernel|courts|ledger)/', pathNot: [TESTS, '^libs/ledger/src/suites/'] },
      { path: PACKAGES },
    ),
    forbid(
      'suites-know-cryptography-only',
      'a suite is the primitives of one platform, nothing else',
      { path: '^libs/ledger/src/suites/', pathNot: TESTS },
      { path: PACKAGES, pathNot: `${PACKAGES}(?:sm-crypto-v2|@noble/curves|@noble/hashes)/` },
    ),
    forbid(
      'ledger-runs-in-a-browser',
      'proofs are checked by a page from the disk as by Node; what only Node has is behind its suite',
      { path: '^libs/ledger/', pathNot: [TESTS, '^libs/ledger/src/suites/node/'] },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'dictionary-does-nothing',
      'kernel and courts do no input or output; hashing is computation',
      { path: '^libs/(?:kernel|courts)/', pathNot: TESTS },
      { dependencyTypes: ['core'], pathNot: '^crypto$' },
    ),
    forbid(
      'store-core-is-plain',
      'only the adapters know what a store is made of',
      { path: '^libs/event-store/src/(?!(?:postgres|eventstoredb)/)', pathNot: TESTS },
      { path: PACKAGES },
    ),
    forbid(
      'store-adapters-know-their-driver-only',
      'a store is used by the framework, never the other way round',
      { path: '^libs/event-store/src/(?:postgres|eventstoredb)/', pathNot: TESTS },
      { path: PACKAGES, pathNot: `${PACKAGES}(?:pg|@eventstore/db-client)/` },
    ),
    forbid(
      'deciders-are-pure',
      'facts, decisions and rules import the kernel, the courts and each other, nothing else',
      { path: `^(libs/[^/]+)/.*${PURE}`, pathNot: TESTS },
      { pathNot: [`^libs/(?:kernel|courts)/`, `^$1/(?!.*${EDGE})`, '^$1/src/(?:case|matter)-file/'] },
    ),
    forbid(
      'deciders-stay-pure',
      'nor do they get at the outside world through what they import',
      { path: `^libs/.*${PURE}`, pathNot: TESTS },
      { path: '^(?!libs/|crypto$)|^libs/(?:platform|access|read-models)/', reachable: true },
    ),
    forbid(
      'only-the-edge-of-a-slice-knows-the-framework',
      'what is not named as edge can be read and tested without Nest',
      { path: '^libs/supervision/src/[^/]+/', pathNot: [TESTS, EDGE] },
      { path: `${PACKAGES}|^libs/(?:platform|access|event-store)/` },
    ),
    forbid(
      'acts-meet-in-events-only',
      'an act can be added, changed or removed without the others; the words of the case are the words of all',
      { path: '^libs/supervision/src/([^/]+)/', pathNot: TESTS },
      {
        path: `^libs/supervision/src/(?!$1/|${COMMON_GROUND})[^/]+/`,
        pathNot: String.raw`(?:\.events|-vocabulary)\.ts$`,
      },
    ),
    forbid(
      'database-has-its-places',
      'SQL is found in the store, projections, queries, entities and migrations',
      { path: PRODUCT, pathNot: [TESTS, DATABASE_PLACES] },
      { path: DATABASE },
    ),
    forbid(
      'product-imports-no-tests',
      'what is shipped does not need what is not',
      { path: PRODUCT, pathNot: TESTS },
      { path: TESTS },
    ),
    forbid(
      'product-needs-no-development-packages',
      'npm ci --omit=dev must be enough to run',
      { path: PRODUCT, pathNot: [TESTS, String.raw`^deploy/build(?:-verifier)?\.mjs$`] },
      { dependencyTypes: ['npm-dev'] },
    ),
    forbid(
      'packages-are-declared',
      'a package that only another package brings along may leave with it',
      { path: PRODUCT },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('imports-resolve', 'every import leads somewhere', { path: PRODUCT }, { couldNotResolve: true }),
    forbid('no-circular', 'two files that need each other are one', {}, { circular: true }),
    forbid(
      'no-orphans',
      'a file that nothing imports and that imports nothing is forgotten',
      { orphan: true, path: PRODUCT, pathNot: String.raw`\.(?:d\.ts|json|cjs)$` },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The console is a program for browsers, built and checked by its own tools; peers are only packages.
    exclude: { path: '^(?:dist|apps/console|bench/peers)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'default'],
    },
  },
};
