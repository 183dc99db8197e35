import type { HashAlgorithm } from '@liuhen/kernel';
import { sha256 } from '@noble/hashes/sha2.js';
import { sm3 } from 'sm-crypto-v2';
import { fromHex } from '../../bytes';
import type { Hash } from '../../merkle/hash';
import { verifySm2 } from '../sm2';
import type { Suite } from '../suite';
import { verifyEd25519 } from './ed25519';

const HASHES: Readonly<Record<HashAlgorithm, Hash>> = {
  sha256: { algorithm: 'sha256', digest: (content) => sha256(content) },
  sm3: { algorithm: 'sm3', digest: (content) => fromHex(sm3(content)) },
};

/** For a page in a browser: everything is computed here. */
export const browserSuite: Suite = {
  hash: (algorithm) => HASHES[algorithm],
  verify: (scheme, publicKey, message, signature) =>
    (scheme === 'sm2' ? verifySm2 : verifyEd25519)(publicKey, message, signature),
};
