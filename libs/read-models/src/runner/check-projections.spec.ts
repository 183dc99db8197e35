import type { Projection } from '@liuhen/kernel';
import { checkProjections, InvalidProjection } from './check-projections';

const projection = (changes: Partial<Projection> = {}): Projection => ({
  name: 'docket',
  version: 1,
  log: 'business',
  events: { CaseFiled: { schema: 1 } },
  schema: 'create table cases ()',
  tables: ['cases'],
  apply: () => Promise.resolve(),
  ...changes,
});

it('accepts projections that share neither name nor table', () => {
  checkProjections([projection(), projection({ name: 'duties', tables: ['duty_ledger', 'duty_dates'] })]);
});

it.each<[string, Partial<Projection>]>([
  ['a name that is no identifier', { name: 'Docket' }],
  ['a name with a quote', { name: 'docket"x' }],
  ['a name too long for its builds’ schemas', { name: 'd'.repeat(41) }],
  ['a version before the first', { version: 0 }],
  ['a version in between', { version: 1.5 }],
  ['no events', { events: {} }],
  ['a table that is no identifier', { tables: ['cases; drop'] }],
  ['a table named as the list of builds', { tables: ['builds'] }],
  ['a table published twice', { tables: ['cases', 'cases'] }],
])('refuses %s', (_, changes) => {
  expect(() => checkProjections([projection(changes)])).toThrow(InvalidProjection);
});

it.each<[string, Partial<Projection>]>([
  ['name', { tables: ['others'] }],
  ['table', { name: 'other' }],
])('refuses two projections of one %s, and names the first', (_, changes) => {
  expect(() => checkProjections([projection(), projection(changes)])).toThrow(/already used by docket/);
});
