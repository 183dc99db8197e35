import type { Files } from './planted-tree';

const index = 'export const door = 1;\n';
const LIBRARIES = [
  'kernel',
  'courts',
  'event-store',
  'ledger',
  'platform',
  'access',
  'supervision',
  'read-models',
  'signing',
  'notary',
];
const uses = (...modules: readonly string[]): string =>
  modules.map((module) => `import '${module}';\n`).join('');

/** A project as it should be: nothing here may be found fault with. */
export const LAWFUL: Files = {
  ...Object.fromEntries(LIBRARIES.map((library) => [`libs/${library}/src/index.ts`, index])),
  'libs/kernel/src/hash.ts': uses('node:crypto'),
  'libs/kernel/src/testing.ts': uses('./hash'),
  'libs/kernel/src/hash.spec.ts': uses('./hash', './testing', 'node:fs', 'fast-check'),
  'libs/courts/src/court.ts': uses('@liuhen/kernel', './court.events'),
  'libs/courts/src/court.events.ts': uses('@liuhen/kernel'),
  'libs/event-store/src/execute.ts': uses('@liuhen/kernel'),
  'libs/event-store/src/postgres/store.ts': uses('../execute', 'pg'),
  'bench/stores/ours.ts': uses('../../libs/event-store/src/postgres/store', 'pg'),
  'libs/ledger/src/verify.ts': uses('@liuhen/kernel', './suites/node/suite'),
  'libs/ledger/src/suites/node/suite.ts': uses('node:crypto', 'sm-crypto-v2'),
  'libs/signing/src/state-file.ts': uses('@liuhen/ledger', 'node:fs'),
  'libs/notary/src/tiles.ts': uses('@liuhen/ledger', '@liuhen/signing', '@liuhen/platform', 'pg'),
  'libs/platform/src/database.ts': uses('@liuhen/event-store', '@nestjs/common', 'pg', 'typeorm'),
  'libs/access/src/guard.ts': uses('@liuhen/platform', '@liuhen/courts', '@nestjs/common'),
  'libs/supervision/src/inquiry/inquiry.events.ts': uses('@liuhen/kernel', '../talk/talk.events'),
  'libs/supervision/src/inquiry/inquiry.decider.ts': uses(
    '@liuhen/courts',
    './inquiry.events',
    './rules/rule',
    './term',
  ),
  'libs/supervision/src/inquiry/rules/rule.ts': uses(
    '@liuhen/kernel',
    '../../case-file/family',
    '../../law/statutes',
  ),
  'libs/supervision/src/inquiry/term.ts': uses('@liuhen/courts'),
  'libs/supervision/src/inquiry/inquiry.handler.ts': uses(
    './inquiry.decider',
    '@liuhen/event-store',
    '@liuhen/access',
    '@nestjs/cqrs',
  ),
  'libs/supervision/src/inquiry/inquiry.query.ts': uses('typeorm', '@liuhen/platform'),
  'libs/supervision/src/inquiry/inquiry.decider.spec.ts': uses(
    './inquiry.decider',
    '@liuhen/kernel',
    '../../../kernel/src/testing',
  ),
  'libs/supervision/src/case-file/family.ts': uses('../talk/talk.events'),
  'libs/supervision/src/law/statutes.ts': uses('@liuhen/courts'),
  'libs/supervision/src/case-file/case.param.ts': uses('@nestjs/common', '@liuhen/platform'),
  'libs/supervision/src/talk/talk.events.ts': uses('@liuhen/kernel'),
  'libs/supervision/src/acts.ts': uses('./inquiry/inquiry.handler'),
  'libs/read-models/src/history.ts': uses('@liuhen/supervision', '@liuhen/platform', 'pg'),
  'apps/api/src/main.ts': uses('@liuhen/read-models', '@liuhen/notary', '@nestjs/core'),
  'deploy/build.mjs': uses('@swc/core'),
  'deploy/start.ts': uses('pg', '@liuhen/event-store'),
  'test/support/server.ts': uses('../../deploy/start', 'fast-check'),
};

/** For every rule, files that each break it. */
export const PLANTED: Readonly<Record<string, Files>> = {
  'kernel-points-inward': {
    'libs/kernel/src/planted/courts.ts': uses('@liuhen/courts'),
    'libs/kernel/src/planted/deploy.ts': uses('../../../../deploy/start'),
  },
  'courts-points-inward': { 'libs/courts/src/planted/store.ts': uses('@liuhen/event-store') },
  'event-store-points-inward': { 'libs/event-store/src/planted/courts.ts': uses('@liuhen/courts') },
  'ledger-points-inward': { 'libs/ledger/src/planted/store.ts': uses('@liuhen/event-store') },
  'platform-points-inward': { 'libs/platform/src/planted/access.ts': uses('@liuhen/access') },
  'access-points-inward': { 'libs/access/src/planted/act.ts': uses('@liuhen/supervision') },
  'supervision-points-inward': {
    'libs/supervision/src/planted/planted.query.ts': uses('@liuhen/read-models'),
    'libs/supervision/src/planted/planted.handler.ts': uses('@liuhen/ledger'),
  },
  'sign-in-points-inward': { 'libs/sign-in/src/planted/act.ts': uses('@liuhen/supervision') },
  'reading-trace-points-inward': {
    'libs/reading-trace/src/planted/model.ts': uses('@liuhen/read-models'),
  },
  'read-models-points-inward': {
    'libs/read-models/src/planted/app.ts': uses('../../../../apps/api/src/main'),
    'libs/read-models/src/planted/type.ts':
      "import type { door } from '@liuhen/ledger';\nexport type Door = typeof door;\n",
  },
  'signing-points-inward': { 'libs/signing/src/planted/store.ts': uses('@liuhen/event-store') },
  'notary-points-inward': { 'libs/notary/src/planted/app.ts': uses('../../../../apps/api/src/main') },
  'every-library-has-its-place': { 'libs/upstart/src/index.ts': uses('@liuhen/kernel') },
  'libraries-have-one-door': {
    'libs/read-models/src/planted/events.ts': uses('../../../supervision/src/talk/talk.events'),
    'libs/access/src/planted/adapter.ts': uses('../../../event-store/src/postgres/store'),
  },
  'dictionary-needs-no-packages': {
    'libs/kernel/src/planted/nest.ts': uses('@nestjs/common'),
    'libs/courts/src/planted/validator.ts': uses('class-validator'),
    'libs/ledger/src/planted/pg.ts': uses('pg'),
  },
  'suites-know-cryptography-only': { 'libs/ledger/src/suites/node/planted.ts': uses('pg') },
  'ledger-runs-in-a-browser': { 'libs/ledger/src/merkle/planted.ts': uses('node:crypto') },
  'dictionary-does-nothing': {
    'libs/kernel/src/planted/file.ts': uses('node:fs'),
    'libs/courts/src/planted/network.ts': uses('http'),
  },
  'store-core-is-plain': {
    'libs/event-store/src/planted/pg.ts': uses('pg'),
    'libs/event-store/src/planted/nest.ts': uses('@nestjs/common'),
  },
  'store-adapters-know-their-driver-only': {
    'libs/event-store/src/postgres/planted.ts': uses('typeorm'),
    'libs/event-store/src/eventstoredb/planted.ts': uses('@nestjs/common'),
  },
  'deciders-are-pure': {
    'libs/supervision/src/planted/nest.decider.ts': uses('@nestjs/common'),
    'libs/supervision/src/planted/file.events.ts': uses('node:fs'),
    'libs/supervision/src/planted/store.duties.ts': uses('@liuhen/event-store'),
    'libs/supervision/src/planted/pg.sentences.ts': uses('pg'),
    'libs/supervision/src/planted/rules/platform.ts': uses('@liuhen/platform'),
    'libs/supervision/src/inquiry/edge.decider.ts': uses('./inquiry.query'),
    'libs/supervision/src/law/file.ts': uses('node:fs'),
    'libs/courts/src/planted/file.decider.ts': uses('node:fs'),
  },
  'deciders-stay-pure': {
    'libs/supervision/src/detour/detour.decider.ts': uses('./detour'),
    'libs/supervision/src/detour/detour.ts': uses('../case-file/case.param'),
    'libs/supervision/src/detour/direct.events.ts': uses('../case-file/case.param'),
  },
  'only-the-edge-of-a-slice-knows-the-framework': {
    'libs/supervision/src/planted/nest.ts': uses('@nestjs/common'),
    'libs/supervision/src/planted/access.ts': uses('@liuhen/access'),
    'libs/supervision/src/planted/store.ts': uses('@liuhen/event-store'),
  },
  'acts-meet-in-events-only': {
    'libs/supervision/src/talk/talk.handler.ts': uses('../inquiry/inquiry.handler'),
    'libs/supervision/src/talk/term.ts': uses('../inquiry/term'),
    'libs/supervision/src/case-file/term.ts': uses('../inquiry/term'),
  },
  'database-has-its-places': {
    'libs/access/src/planted/pg.ts': uses('pg'),
    'libs/supervision/src/planted/planted.controller.ts': uses('typeorm'),
    'apps/api/src/planted/typeorm.ts': uses('@nestjs/typeorm'),
  },
  'product-imports-no-tests': {
    'apps/api/src/planted/support.ts': uses('../../../../test/support/server'),
    'libs/platform/src/planted/testing.ts': uses('../../../kernel/src/testing'),
    'libs/platform/src/planted/bench.ts': uses('../../../../bench/stores/ours'),
    'libs/platform/src/planted/kernel.ts': uses('../../../kernel/src/testing'),
    'libs/kernel/src/planted/spec.ts': uses('../hash.spec'),
  },
  'product-needs-no-development-packages': {
    'apps/api/src/planted/supertest.ts': uses('supertest'),
    'deploy/planted.ts': uses('@swc/core'),
  },
  'packages-are-declared': { 'apps/api/src/planted/undeclared.ts': uses('acorn') },
  'imports-resolve': { 'apps/api/src/planted/nowhere.ts': uses('./nowhere-at-all', 'no-such-package') },
  'no-circular': {
    'apps/api/src/planted/hen.ts': uses('./egg'),
    'apps/api/src/planted/egg.ts': uses('./hen'),
  },
  'no-orphans': { 'libs/kernel/src/planted/forgotten.ts': 'export const forgotten = 1;\n' },
};

/** Planted files that only help another one to break its rule. */
export const ACCOMPLICES = [
  'apps/api/src/planted/hen.ts',
  'libs/supervision/src/detour/detour.ts',
  'libs/platform/src/planted/testing.ts',
];
