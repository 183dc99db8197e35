import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 32;
/** 80 bits: nobody guesses it, and it can still be typed. */
const PASSWORD_BYTES = 10;
/** The length of SHA-1's output, as RFC 4226 §4 recommends. */
const CODE_SECRET_BYTES = 20;

/** The one secret of an installation, from which the secrets of all demonstration people follow. */
export type InstallationSecret = Buffer;

/** Made at first use, readable by its owner only; of two makers the first one's stands. */
export async function installationSecret(dataDir: string): Promise<InstallationSecret> {
  const folder = join(dataDir, 'identity');
  const file = join(folder, 'demonstration.secret');
  const present = await readFile(file).catch(ignoring('ENOENT'));
  if (present) return present;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(SECRET_BYTES), { mode: 0o600 });
  await link(draft, file).catch(ignoring('EEXIST'));
  await rm(draft);
  return readFile(file);
}

/** In groups of four, as it is typed. */
export const passwordOf = (secret: InstallationSecret, person: string): string =>
  (
    base32(derived(secret, `password ${person}`, PASSWORD_BYTES))
      .toLowerCase()
      .match(/.{4}/g) ?? []
  ).join('-');

/** The generator of a person's codes (RFC 6238: six digits, thirty seconds, SHA-1, as every authenticator knows). */
export const codesOf = (secret: InstallationSecret, person: string): TOTP =>
  new TOTP({
    issuer: '留痕',
    label: person,
    secret: Secret.fromBase32(base32(derived(secret, `codes ${person}`, CODE_SECRET_BYTES))),
  });

const derived = (secret: InstallationSecret, purpose: string, length: number): ArrayBuffer =>
  hkdfSync('sha256', secret, '', `liuhen demonstration ${purpose}`, length);

const base32 = (bytes: ArrayBuffer): string => new Secret({ buffer: bytes }).base32;

const ignoring =
  (code: string) =>
  (error: unknown): undefined => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  };
