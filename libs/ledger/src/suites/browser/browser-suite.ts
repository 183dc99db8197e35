import type { HashAlgorithm } from '@liuhen/kernel';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sm3 } from 'sm-crypto-v2';
import { fromHex } from '../../bytes';
import type { Hash } from '../../merkle/hash';
import { isEd25519Key, isEd25519Signature } from '../ed25519';
import { verifySm2 } from '../sm2';
import type { Suite } from '../suite';

const HASHES: Readonly<Record<HashAlgorithm, Hash>> = {
  sha256: { algorithm: 'sha256', digest: (content) => sha256(content) },
  sm3: { algorithm: 'sm3', digest: (content) => fromHex(sm3(content)) },
};

/** For a page in a browser: computes everything itself. */
export const browserSuite: Suite = {
  hash: (algorithm) => HASHES[algorithm],
  verify: (scheme, publicKey, message, signature) =>
    scheme === 'sm2'
      ? verifySm2(publicKey, message, signature)
      : verifyEd25519(publicKey, message, signature),
};

/** RFC 8032, 5.1.7, without the cofactor: a point R of prime order leaves the two equations no room to differ. */
const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  isEd25519Key(publicKey) &&
  isEd25519Signature(signature) &&
  isEd25519Key(signature.subarray(0, 32)) &&
  ed25519.verify(signature, message, publicKey, { zip215: false });
