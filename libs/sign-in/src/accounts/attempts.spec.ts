import { Attempts, LOCKED_MS } from './attempts';

describe('failed attempts to sign in', () => {
  let now: number;
  let attempts: Attempts;
  beforeEach(() => {
    now = 1;
    attempts = new Attempts(() => now);
  });
  const fail = (times: number, account: string, address: string): void => {
    for (let i = 0; i < times; i++) attempts.noteFailure(account, address);
  };

  it('lock the account after five, wherever they come from, and no other', () => {
    for (let i = 0; i < 4; i++) attempts.noteFailure('zhang-ming', `10.0.0.${String(i)}`);
    expect(attempts.isLocked('zhang-ming', '10.0.0.9')).toBe(false);
    attempts.noteFailure('zhang-ming', '10.0.0.8');
    expect(attempts.isLocked('zhang-ming', '10.0.0.9')).toBe(true);
    expect(attempts.isLocked('chen-lei', '10.0.0.9')).toBe(false);
  });

  it('lock the address after thirty, whatever the accounts', () => {
    for (let i = 0; i < 30; i++) attempts.noteFailure(`person-${String(i)}`, '10.0.0.1');
    expect(attempts.isLocked('zhang-ming', '10.0.0.1')).toBe(true);
    expect(attempts.isLocked('zhang-ming', '10.0.0.2')).toBe(false);
  });

  it('are forgotten a quarter of an hour after the last', () => {
    fail(5, 'zhang-ming', '10.0.0.1');
    now += LOCKED_MS - 1;
    expect(attempts.isLocked('zhang-ming', '10.0.0.1')).toBe(true);
    now += 1;
    expect(attempts.isLocked('zhang-ming', '10.0.0.1')).toBe(false);
  });

  it('of the account are forgotten with a success, those of the address are not', () => {
    fail(4, 'zhang-ming', '10.0.0.1');
    attempts.noteSuccess('zhang-ming');
    fail(4, 'zhang-ming', '10.0.0.1');
    expect(attempts.isLocked('zhang-ming', '10.0.0.1')).toBe(false);
    for (let i = 0; i < 22; i++) attempts.noteFailure(`person-${String(i)}`, '10.0.0.1');
    expect(attempts.isLocked('chen-lei', '10.0.0.1')).toBe(true);
  });

  it('take bounded room', () => {
    fail(5, 'zhang-ming', '10.0.0.1');
    for (let i = 0; i < 20_000; i++) attempts.noteFailure(`person-${String(i)}`, `address-${String(i)}`);
    expect(attempts.isLocked('zhang-ming', '10.0.0.2')).toBe(false);
    expect(attempts.isLocked('person-19999', '10.0.0.2')).toBe(false);
  });
});
