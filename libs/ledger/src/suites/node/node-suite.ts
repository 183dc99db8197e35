import { hash } from 'node:crypto';
import type { HashAlgorithm } from '@liuhen/kernel';
import type { Hash } from '../../merkle/hash';
import { verifySm2 } from '../sm2';
import type { Suite } from '../suite';
import { verifyEd25519 } from './ed25519';

const hashOf = (algorithm: HashAlgorithm): Hash => ({
  algorithm,
  digest: (content) => bytesOf(hash(algorithm, content, 'binary')),
});

/** A character for each byte: half again as fast as a Buffer, and no Buffer, whose `slice` shares its memory. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

const HASHES: Readonly<Record<HashAlgorithm, Hash>> = { sha256: hashOf('sha256'), sm3: hashOf('sm3') };

/**
 * For servers and the command line. SM2 is computed here, since Node's own takes a key of the curve for ECDSA, or for
 * SM2 with an empty identity.
 */
export const nodeSuite: Suite = {
  hash: (algorithm) => HASHES[algorithm],
  verify: (scheme, publicKey, message, signature) =>
    (scheme === 'sm2' ? verifySm2 : verifyEd25519)(publicKey, message, signature),
};
