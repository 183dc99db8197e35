import { appUrl } from './application-role';
import { MigrationError } from './errors';

describe('the application’s URL', () => {
  const owner = 'postgres://liuhen_owner:s%2Fecret@db.example:5433/liuhen?sslmode=require';

  it('is the owner’s but for user and password', () => {
    const [from, to] = [new URL(owner), new URL(appUrl(owner))];
    expect(to.username).toBe('liuhen_app');
    expect([to.host, to.pathname, to.search]).toEqual([from.host, from.pathname, from.search]);
  });

  it('is the same each time, and another for another password', () => {
    expect(appUrl(owner)).toBe(appUrl(owner));
    expect(new URL(appUrl(owner)).password).not.toBe(
      new URL(appUrl(owner.replace('s%2Fecret', 'other'))).password,
    );
  });

  it('has a password of 256 bits that needs no escaping and does not hold the owner’s', () => {
    const { password } = new URL(appUrl(owner));
    expect(Buffer.from(password, 'base64url')).toHaveLength(32);
    expect(decodeURIComponent(password)).toBe(password);
  });

  it('does not depend on how the owner’s password is escaped', () => {
    expect(appUrl(owner)).toBe(appUrl(owner.replace('s%2Fecret', '%73%2Fecret')));
  });

  it('cannot be derived where the owner has no password', () => {
    expect(() => appUrl('postgres://liuhen_owner@localhost/liuhen')).toThrow(MigrationError);
  });
});
