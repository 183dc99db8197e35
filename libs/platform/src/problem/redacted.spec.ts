import { redacted } from './redacted';

describe('what is logged of an error', () => {
  it.each([
    ['connect postgres://liuhen:hunter2@db:5432/x', 'connect postgres://***@db:5432/x'],
    ['esdb+discover://admin:changeit@a:2113', 'esdb+discover://***@a:2113'],
    ['Authorization: Bearer abc.def-_~+/==', 'Authorization: Bearer ***'],
    ['token eyJhbGciOi.eyJzdWIi.c2ln is bad', 'token *** is bad'],
    ['-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\nat x', '***\nat x'],
    ['-----BEGIN EC PRIVATE KEY-----\nMC4C', '***'],
  ])('has no secret: %s', (text, left) => {
    expect(redacted(text)).toBe(left);
  });

  it('has all the rest', () => {
    const stack = 'Error: no row\n    at read (file:///srv/liuhen/dist/x.js:1:2)';
    expect(redacted(stack)).toBe(stack);
  });
});
