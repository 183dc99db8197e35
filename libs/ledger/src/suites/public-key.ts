import { isEd25519Key } from './ed25519';
import { isSm2Key } from './sm2';
import type { Scheme } from './suite';

const IS_KEY: Readonly<Record<Scheme, (publicKey: Uint8Array) => boolean>> = {
  ed25519: isEd25519Key,
  sm2: isSm2Key,
};

export const isPublicKey = (scheme: Scheme, publicKey: Uint8Array): boolean => IS_KEY[scheme](publicKey);
