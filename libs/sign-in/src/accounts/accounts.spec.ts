import { randomBytes } from 'node:crypto';
import { Accounts } from './accounts';
import { codesOf, passwordOf } from './demonstration-secrets';

const STEP_MS = 30_000;

describe('an account', () => {
  const secret = randomBytes(32);
  let now: number;
  let accounts: Accounts;
  beforeEach(() => {
    now = Date.parse('2026-03-01T01:00:00.000Z');
    accounts = new Accounts(
      secret,
      (person) => person !== 'nobody',
      () => now,
    );
  });
  const password = (given: string, person = 'zhang-ming') =>
    accounts.checkPassword({ person, given, address: '10.0.0.1' });
  const code = (given: string, person = 'zhang-ming') =>
    accounts.checkCode({ person, given, address: '10.0.0.1' });
  const codeAt = (at: number): string => codesOf(secret, 'zhang-ming').generate({ timestamp: at });

  it('is opened by its password, not by another’s', () => {
    expect(password(passwordOf(secret, 'zhang-ming'))).toBe('passed');
    expect(password(passwordOf(secret, 'chen-lei'))).toBe('failed');
    expect(password('')).toBe('failed');
  });

  it('that does not exist is opened by nothing', () => {
    expect(password(passwordOf(secret, 'nobody'), 'nobody')).toBe('failed');
  });

  it.each([-STEP_MS, 0, STEP_MS])('knows the code of %d ms away', (away) => {
    expect(code(codeAt(now + away))).toBe('passed');
  });

  it.each(['000', 'abcdef', '', '1234567'])('does not know the code %j', (given) => {
    expect(code(given)).toBe('failed');
  });

  it('does not know codes of longer ago', () => {
    expect(code(codeAt(now - 3 * STEP_MS))).toBe('failed');
  });

  it('takes each code once only, and none before the one used last', () => {
    expect(code(codeAt(now))).toBe('passed');
    expect(code(codeAt(now))).toBe('failed');
    expect(code(codeAt(now - STEP_MS))).toBe('failed');
    now += STEP_MS;
    expect(code(codeAt(now))).toBe('passed');
  });

  it('is locked after five failures of either kind, even for what is right, and for a quarter of an hour', () => {
    for (let i = 0; i < 2; i++) expect(password('wrong')).toBe('failed');
    for (let i = 0; i < 2; i++) expect(code('000')).toBe('failed');
    expect(code('000')).toBe('locked');
    expect(password(passwordOf(secret, 'zhang-ming'))).toBe('locked');
    expect(code(codeAt(now))).toBe('locked');
    expect(password(passwordOf(secret, 'chen-lei'), 'chen-lei')).toBe('passed');
    now += 15 * 60_000;
    expect(password(passwordOf(secret, 'zhang-ming'))).toBe('passed');
  });

  it('is not unlocked by the password alone', () => {
    for (let i = 0; i < 4; i++) expect(code('000')).toBe('failed');
    expect(password(passwordOf(secret, 'zhang-ming'))).toBe('passed');
    expect(code('000')).toBe('locked');
  });
});
