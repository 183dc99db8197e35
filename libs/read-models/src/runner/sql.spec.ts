import { ConnectionLost, isTransient } from './sql';

const databaseError = (code: string): Error => Object.assign(new Error('from the database'), { code });

it.each([
  ['08006', 'the connection failed'],
  ['25P03', 'idle in a transaction for too long'],
  ['40001', 'serialization failure'],
  ['40P01', 'deadlock'],
  ['53300', 'too many connections'],
  ['55P03', 'lock not available'],
  ['57P01', 'the server shuts down'],
  ['58030', 'input or output error'],
])('may pass: %s, %s', (code) => {
  expect(isTransient(databaseError(code))).toBe(true);
});

it.each([
  ['22P02', 'not an integer'],
  ['23505', 'a key twice'],
  ['42P01', 'no such table'],
  ['42501', 'not allowed'],
  ['57014', 'the statement took too long'],
  ['25P02', 'after a failed statement'],
  ['EPIPE', 'a code of Node'],
])('does not pass by itself: %s, %s', (code) => {
  expect(isTransient(databaseError(code))).toBe(false);
});

it('takes a lost connection for passing, and whatever else is thrown for lasting', () => {
  expect(isTransient(new ConnectionLost())).toBe(true);
  expect(isTransient(new TypeError('x is undefined'))).toBe(false);
  expect(isTransient('text')).toBe(false);
});
