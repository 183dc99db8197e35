import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, jwtVerify } from 'jose';
import { changeKey, localKey, mintToken, NoLocalIssuer, signingKeys, writeAddress } from './local-issuer';

describe('the local issuer', () => {
  let dataDir: string;
  const address = { issuer: 'http://127.0.0.1:3000', audience: 'liuhen' };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'liuhen-issuer-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('makes its key once, for its owner only, also when two make it at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => localKey(dataDir)));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    expect((await localKey(dataDir)).id).toBe(keys[0]?.id);
    expect(statSync(join(dataDir, 'identity', 'key.pem')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'identity')).mode & 0o777).toBe(0o700);
  });

  it('signs by a new key after a change, and keeps the old one beside it', async () => {
    const idsNow = async () => (await signingKeys(dataDir)).map(({ id }) => id);
    const [old] = await idsNow();
    const { id } = await changeKey(dataDir);
    expect(id).not.toBe(old);
    expect(await idsNow()).toEqual([id, old]);
  });

  it('mints short tokens that its key verifies', async () => {
    const key = await localKey(dataDir);
    await writeAddress(dataDir, address);
    const token = await mintToken(dataDir, 'zhang-ming');
    const { payload } = await jwtVerify(token, createPublicKey(key.privateKey), address);
    expect(payload.sub).toBe('zhang-ming');
    expect(Number(payload.exp) - Number(payload.iat)).toBe(15 * 60);
  });

  it('says nothing of posts and courts: the directory does', async () => {
    await localKey(dataDir);
    await writeAddress(dataDir, address);
    const claims = decodeJwt(await mintToken(dataDir, 'zhang-ming'));
    expect(Object.keys(claims).sort()).toEqual([
      'acr',
      'aud',
      'auth_time',
      'exp',
      'iat',
      'iss',
      'jti',
      'sub',
    ]);
  });

  it('mints nothing where no server has run, and says what to do', async () => {
    await expect(mintToken(dataDir, 'zhang-ming')).rejects.toThrow(NoLocalIssuer);
    await expect(mintToken(dataDir, 'zhang-ming')).rejects.toThrow('liuhen start');
  });
});
