import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, SignJWT, type JWK } from 'jose';

/** Long enough for one sitting at the command line, short enough to need no revocation. */
const TOKEN_LIFE_S = 15 * 60;
const ALGORITHM = 'ES256';
/** By the key of this machine: whoever may read it may act as anybody anyway. */
export const LOCAL_KEY_ACR = 'urn:liuhen:acr:local-key';

/** Where tokens for local use are issued and for whom; the server writes it when it listens. */
export interface LocalIssuerAddress {
  readonly issuer: string;
  readonly audience: string;
}

export interface LocalKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

const folderIn = (dataDir: string): string => join(dataDir, 'identity');
const keyFile = (dataDir: string): string => join(folderIn(dataDir), 'key.pem');
/** Signs no more; what it has signed is verified until it is replaced. */
const formerKeyFile = (dataDir: string): string => join(folderIn(dataDir), 'former-key.pem');
const addressFile = (dataDir: string): string => join(folderIn(dataDir), 'issuer.json');

/** The key that signs local tokens, made at first use and readable by its owner only. */
export async function localKey(dataDir: string): Promise<LocalKey> {
  return keyOf((await existing(keyFile(dataDir))) ?? (await makeKey(dataDir)));
}

/** The key that signs, and the one that did before it. */
export async function signingKeys(dataDir: string): Promise<readonly LocalKey[]> {
  const former = await existing(formerKeyFile(dataDir));
  return [await localKey(dataDir), ...(former === undefined ? [] : [await keyOf(former)])];
}

/**
 * A new key signs from now on. Tokens of the old one stay valid until they expire, unless the key changes twice
 * meanwhile. If it ends between the two steps, the next token makes the new key.
 */
export async function changeKey(dataDir: string): Promise<LocalKey> {
  await localKey(dataDir);
  await rename(keyFile(dataDir), formerKeyFile(dataDir));
  return localKey(dataDir);
}

export async function writeAddress(dataDir: string, address: LocalIssuerAddress): Promise<void> {
  const draft = `${addressFile(dataDir)}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(address), { mode: 0o600 });
  await rename(draft, addressFile(dataDir));
}

/** No server has issued here yet. */
export class NoLocalIssuer extends Error {
  override readonly name = 'NoLocalIssuer';
  constructor() {
    super(
      '本机没有运行过签发本地令牌的服务：请先执行 liuhen start；已接统一身份认证（OIDC_ISSUER）的，令牌由其签发',
    );
  }
}

/**
 * A token for one person of the directory, by whoever may read the key file on this machine.
 *
 * @throws NoLocalIssuer
 */
export async function mintToken(dataDir: string, person: string): Promise<string> {
  const text = await existing(addressFile(dataDir));
  if (text === undefined) throw new NoLocalIssuer();
  const { issuer, audience } = JSON.parse(text) as LocalIssuerAddress;
  const { id, privateKey } = await localKey(dataDir);
  return new SignJWT({ acr: LOCAL_KEY_ACR, auth_time: Math.floor(Date.now() / 1000) })
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(person)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${String(TOKEN_LIFE_S)}s`)
    .sign(privateKey);
}

async function keyOf(pem: string): Promise<LocalKey> {
  const privateKey = createPrivateKey(pem);
  return { id: await calculateJwkThumbprint(publicJwk(privateKey)), privateKey };
}

async function existing(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

/** Complete before it has its name, so that nobody reads half a key; of two makers the first one's key stands. */
async function makeKey(dataDir: string): Promise<string> {
  await mkdir(folderIn(dataDir), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const draft = `${keyFile(dataDir)}.${randomUUID()}`;
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await link(draft, keyFile(dataDir)).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await rm(draft);
  return readFile(keyFile(dataDir), 'utf8');
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const publicJwk = (privateKey: KeyObject): JWK =>
  createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
