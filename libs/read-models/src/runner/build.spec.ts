import type { Projection } from '@liuhen/kernel';
import { buildName, definitionOf } from './build';

const docket: Projection = {
  name: 'docket',
  version: 3,
  log: 'business',
  events: { CaseFiled: { schema: 1 }, CaseClosed: { schema: 2 } },
  schema: `create table cases (
    stream text)`,
  tables: ['cases'],
  apply: () => Promise.resolve(),
};

it('names a build by projection, version and a number of its own', () => {
  expect(buildName(docket, '17')).toBe('build_docket_v3_17');
});

it('fits the longest name into a PostgreSQL identifier', () => {
  expect(
    buildName({ ...docket, name: 'd'.repeat(40), version: 9999 }, '99999999').length,
  ).toBeLessThanOrEqual(63);
});

it.each<[string, Partial<Projection>]>([
  ['layout of the schema', { schema: 'create table cases ( stream text)' }],
  ['order of the events', { events: { CaseClosed: { schema: 2 }, CaseFiled: { schema: 1 } } }],
  [
    'schema of an event, which upcasts bridge',
    { events: { CaseFiled: { schema: 2 }, CaseClosed: { schema: 2 } } },
  ],
  ['version', { version: 4 }],
])('means the same by another %s', (_, change) => {
  expect(definitionOf({ ...docket, ...change })).toBe(definitionOf(docket));
});

it.each<[string, Partial<Projection>]>([
  ['column', { schema: 'create table cases (stream text, court text)' }],
  ['event', { events: { CaseFiled: { schema: 1 } } }],
  ['log', { log: 'reading' }],
  ['published table', { tables: [] }],
])('means something else by another %s', (_, change) => {
  expect(definitionOf({ ...docket, ...change })).not.toBe(definitionOf(docket));
});
