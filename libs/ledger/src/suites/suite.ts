import type { HashAlgorithm } from '@liuhen/kernel';
import type { Hash } from '../merkle/hash';

/** Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2, GM/T 0009) where the deployment says so. */
export type Scheme = 'ed25519' | 'sm2';

/** The primitives of one platform. All suites give the same answers. */
export interface Suite {
  hash(algorithm: HashAlgorithm): Hash;
  /**
   * Whether the signature holds; whatever is not exactly as it should be does not.
   *
   * @param publicKey 32 bytes (Ed25519), or 65, the point uncompressed (SM2).
   * @param signature 64 bytes: R and S (Ed25519), r and s (SM2).
   */
  verify(scheme: Scheme, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Whoever holds a private key: a file today, a security module tomorrow. */
export interface Signer {
  readonly scheme: Scheme;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
}
