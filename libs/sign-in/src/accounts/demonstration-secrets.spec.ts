import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codesOf, installationSecret, passwordOf } from './demonstration-secrets';

describe('the secrets of demonstration people', () => {
  let folders: string[];
  const installation = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-secrets-'));
    folders.push(folder);
    return folder;
  };
  beforeEach(() => (folders = []));
  afterEach(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it('follow from one that is made once, for its owner only, also when two make it at the same time', async () => {
    const dataDir = installation();
    const made = await Promise.all(Array.from({ length: 8 }, () => installationSecret(dataDir)));
    expect(new Set(made.map((secret) => secret.toString('hex'))).size).toBe(1);
    expect(statSync(join(dataDir, 'identity', 'demonstration.secret')).mode & 0o777).toBe(0o600);
  });

  it('differ from person to person and from installation to installation', async () => {
    const [here, there] = await Promise.all([installation(), installation()].map(installationSecret));
    const all = [here, there].flatMap((secret) =>
      ['zhang-ming', 'chen-lei'].flatMap((person) => [
        passwordOf(secret as Buffer, person),
        codesOf(secret as Buffer, person).secret.base32,
      ]),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(passwordOf(here as Buffer, 'zhang-ming')).toBe(all[0]);
  });

  it('can be typed, and read by an authenticator', async () => {
    const secret = await installationSecret(installation());
    expect(passwordOf(secret, 'zhang-ming')).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(codesOf(secret, 'zhang-ming').toString()).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
  });
});
