import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, equalBytes } from '../../bytes';
import { isEd25519Key, isEd25519Signature, littleEndian } from '../ed25519';

const { Point } = ed25519;

/**
 * RFC 8032, 5.1.7, without the cofactor, R compared by its bytes: as OpenSSL does, so that there is no signature about
 * which the suites disagree.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isEd25519Key(publicKey) || !isEd25519Signature(signature)) return false;
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  const k = Point.Fn.create(littleEndian(sha512(concat(r, publicKey, message))));
  const ka = Point.fromBytes(publicKey).multiplyUnsafe(k);
  return equalBytes(Point.BASE.multiplyUnsafe(s).subtract(ka).toBytes(), r);
}
