import type { HashAlgorithm } from '@liuhen/kernel';
import type { Scheme } from '@liuhen/ledger';

const HASHES: Readonly<Record<Scheme, HashAlgorithm>> = { ed25519: 'sha256', sm2: 'sm3' };

/** A log has one suite: whoever signs it with SM2 hashes it with SM3. */
export const hashOfScheme = (scheme: Scheme): HashAlgorithm => HASHES[scheme];
