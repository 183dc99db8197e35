import { hash } from 'node:crypto';

/** 签名算法. */
export const KEY_ALGORITHMS = { ed25519: 'Ed25519', sm2: 'SM2（GM/T 0003）' } as const;
export type KeyAlgorithm = keyof typeof KEY_ALGORITHMS;

/** A person's public key as a JSON Web Key: Ed25519 (RFC 8037), or a point of the curve of SM2. */
export type PublicKey =
  | Readonly<{ kty: 'OKP'; crv: 'Ed25519'; x: string }>
  | Readonly<{ kty: 'EC'; crv: 'SM2'; x: string; y: string }>;

export const algorithmOf = ({ crv }: PublicKey): KeyAlgorithm => (crv === 'Ed25519' ? 'ed25519' : 'sm2');

/** RFC 7638: SHA-256 over the required members, in the order of their names. */
export const thumbprintOf = (key: PublicKey): string =>
  hash('sha256', JSON.stringify(key, [...MEMBERS[algorithmOf(key)]].sort()), 'base64url');

const MEMBERS: Readonly<Record<KeyAlgorithm, readonly string[]>> = {
  ed25519: ['kty', 'crv', 'x'],
  sm2: ['kty', 'crv', 'x', 'y'],
};

/** The key that the object is; `undefined` for any other, and for one that gives away more than the public key. */
export function publicKeyOf(jwk: Readonly<Record<string, unknown>>): PublicKey | undefined {
  const { kty, crv, x, y } = jwk;
  const fields = Object.keys(jwk).length;
  if (kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x) && fields === MEMBERS.ed25519.length)
    return { kty, crv, x };
  if (kty === 'EC' && crv === 'SM2' && isCoordinate(x) && isCoordinate(y) && fields === MEMBERS.sm2.length)
    return { kty, crv, x, y };
  return undefined;
}

/** 32 bytes, written in the one way in which base64url can say them. */
function isCoordinate(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 32 && bytes.toString('base64url') === text;
}
