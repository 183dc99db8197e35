import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeSuite, utf8 } from '@liuhen/ledger';
import { createKeyFile, readKeyFile } from './key-file';

describe('a key file', () => {
  let directory = '';
  let path = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-key-'));
    path = join(directory, 'key');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each(['ed25519', 'sm2'] as const)('keeps an %s key for its owner only', async (scheme) => {
    const { publicKey } = createKeyFile(path, scheme);
    const signer = readKeyFile(path);
    const signature = await signer.sign(utf8('text\n'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(nodeSuite.verify(scheme, publicKey, utf8('text\n'), signature)).toBe(true);
  });

  it('is never overwritten', () => {
    const { publicKey } = createKeyFile(path, 'ed25519');
    expect(() => createKeyFile(path, 'ed25519')).toThrow(expect.objectContaining({ code: 'key-exists' }));
    expect(readKeyFile(path).publicKey).toEqual(publicKey);
  });

  it.each([0o640, 0o604, 0o620, 0o777])('is refused with mode %o', (mode) => {
    createKeyFile(path, 'ed25519');
    chmodSync(path, mode);
    expect(() => readKeyFile(path)).toThrow(expect.objectContaining({ code: 'key-exposed' }));
  });

  it('is refused where it is missing or holds no key', () => {
    expect(() => readKeyFile(path)).toThrow(expect.objectContaining({ code: 'key-missing' }));
    writeFileSync(path, 'PRIVATE+KEY+other\n', { mode: 0o600 });
    expect(() => readKeyFile(path)).toThrow(expect.objectContaining({ code: 'key-unreadable' }));
  });
});
