import { hash } from 'node:crypto';
import type { HashAlgorithm } from '@liuhen/kernel';
import type { Hash } from '../../merkle/hash';
import { verifySm2 } from '../sm2';
import type { Suite } from '../suite';
import { verifyEd25519 } from './ed25519';

const hashOf = (algorithm: HashAlgorithm): Hash => ({
  algorithm,
  digest: (content) => plain(hash(algorithm, content, 'buffer')),
});

/** A Buffer's `slice` shares its memory, other than that of the arrays that a browser has. */
const plain = ({ buffer, byteOffset, length }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, length);

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
