import { concat, equalBytes, fromBase64, toBase64, toHex, utf8 } from '../bytes';
import { canonical } from '../canonical';
import { Malformed } from '../malformed';
import { browserSuite } from '../suites/browser/browser-suite';
import { isPublicKey } from '../suites/public-key';
import type { Scheme, Signer } from '../suites/suite';
import { isKeyName } from './plain-text';

/** A log signs its own checkpoints; a cosigner states when it saw which checkpoint of whom. */
export type KeyUse = 'log' | 'cosigner';

/** A public key under its name, as it is known to those who check. */
export interface VerifierKey {
  readonly name: string;
  readonly use: KeyUse;
  readonly scheme: Scheme;
  readonly publicKey: Uint8Array;
  /** First four bytes of SHA-256(name ‖ newline ‖ type ‖ public key): finds the key, proves nothing. */
  readonly id: Uint8Array;
}

/** C2SP signed-note: the type 0xff is followed by a name of the type's own. */
const named = (name: string): Uint8Array => concat(Uint8Array.of(0xff), utf8(name));

const KEY_TYPES: Readonly<Record<KeyUse, Readonly<Record<Scheme, Uint8Array>>>> = {
  log: { ed25519: Uint8Array.of(0x01), sm2: named('sm2-sm3/gmt0009-id-default/v1') },
  cosigner: { ed25519: Uint8Array.of(0x04), sm2: named('sm2-sm3/cosignature/v1') },
};

const READABLE = (['log', 'cosigner'] as const).flatMap((use) =>
  (['ed25519', 'sm2'] as const).map((scheme) => ({ use, scheme, type: KEY_TYPES[use][scheme] })),
);

/** Of key ids, whatever hashes the log. */
const sha256 = browserSuite.hash('sha256');

/** @throws Malformed if the name or the key is none */
export function verifierKey(
  name: string,
  use: KeyUse,
  { scheme, publicKey }: Pick<Signer, 'scheme' | 'publicKey'>,
): VerifierKey {
  if (!isKeyName(name) || !isPublicKey(scheme, publicKey)) throw new Malformed('verifier key');
  const hashed = concat(utf8(`${name}\n`), KEY_TYPES[use][scheme], publicKey);
  return { name, use, scheme, publicKey, id: sha256.digest(hashed).slice(0, 4) };
}

/** C2SP signed-note: `name+id+base64(type ‖ public key)`. */
export const formatVerifierKey = ({ name, use, scheme, publicKey, id }: VerifierKey): string =>
  `${name}+${toHex(id)}+${toBase64(concat(KEY_TYPES[use][scheme], publicKey))}`;

/** @throws Malformed */
export const parseVerifierKey = canonical('verifier key', keyIn, formatVerifierKey);

function keyIn(vkey: string): VerifierKey {
  const [name = '', , ...base64] = vkey.split('+');
  const typed = fromBase64(base64.join('+'));
  const found = READABLE.find(({ type }) => equalBytes(typed.subarray(0, type.length), type));
  if (!found) throw new Malformed('verifier key');
  const { use, scheme, type } = found;
  return verifierKey(name, use, { scheme, publicKey: typed.slice(type.length) });
}
