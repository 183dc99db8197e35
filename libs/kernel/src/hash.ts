import { createHash } from 'node:crypto';

/** SHA-256, or SM3 (GM/T 0004-2012) where the deployment says so. One per log, part of its identity. */
export type HashAlgorithm = 'sha256' | 'sm3';

/** A digest of 32 bytes in lower-case hexadecimal. */
export type Digest = string;

/** First byte of everything that is hashed, so that no input of one kind can pass for another. */
const PREFIX = { leaf: 0x00, field: 0x02, payload: 0x03, command: 0x10 } as const;

export function digest(
  algorithm: HashAlgorithm,
  kind: keyof typeof PREFIX,
  content: string | Uint8Array,
): Digest {
  return createHash(algorithm).update(Uint8Array.of(PREFIX[kind])).update(content).digest('hex');
}

export const isDigest = (value: unknown): value is Digest =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
