import { hash } from 'node:crypto';

/** SHA-256, or SM3 (GM/T 0004-2012) where the deployment says so. One per log, part of its identity. */
export type HashAlgorithm = 'sha256' | 'sm3';

/** A digest of 32 bytes in lower-case hexadecimal. */
export type Digest = string;

/** First byte of everything that is hashed, so that no input of one kind can pass for another. */
const PREFIX = { leaf: '\x00', field: '\x02', payload: '\x03', command: '\x10' } as const;

export function digest(
  algorithm: HashAlgorithm,
  kind: keyof typeof PREFIX,
  content: string | Uint8Array,
): Digest {
  const prefix = PREFIX[kind];
  const bytes =
    typeof content === 'string' ? prefix + content : Buffer.concat([Buffer.from(prefix), content]);
  return hash(algorithm, bytes, 'hex');
}

export const isDigest = (value: unknown): value is Digest =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
