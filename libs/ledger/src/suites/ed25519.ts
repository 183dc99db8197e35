import { ed25519 } from '@noble/curves/ed25519.js';

/** A point in its only encoding, but none of the eight for which anybody can make signatures. */
export function isEd25519Key(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  try {
    return !ed25519.Point.fromBytes(publicKey, false).isSmallOrder();
  } catch {
    return false;
  }
}

/** RFC 8032, 5.1.7: S is below the order of the base point, so that no second signature is made from one. */
export const isEd25519Signature = (signature: Uint8Array): boolean =>
  signature.length === 64 && littleEndian(signature.subarray(32)) < ed25519.Point.Fn.ORDER;

export const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
