import { sm2 } from 'sm-crypto-v2';
import { fromHex, toHex } from '../bytes';

/** Order of the base point: GB/T 32918.5-2017, A.1. */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** GM/T 0009-2012, 10: the signer's identity where the two sides have agreed on no other. */
export const SM2_USER_ID = '1234567812345678';

/** A point of the curve, uncompressed. */
export function isSm2Key(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4) return false;
  try {
    return sm2.verifyPublicKey(toHex(publicKey));
  } catch {
    return false;
  }
}

/** GB/T 32918.2-2016, 7.1. */
export function verifySm2(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isSm2Key(publicKey) || signature.length !== 64) return false;
  const [r, s] = [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))];
  if (!isBelowOrder(r) || !isBelowOrder(s)) return false;
  const key = toHex(publicKey);
  const digest = fromHex(sm2.getHash(message, key, SM2_USER_ID));
  // With r = e the point would be the infinite one, which has no coordinates.
  return r !== numberOf(digest) % ORDER && sm2.doVerifySignature(digest, toHex(signature), key);
}

/** A private key is in [1, n-2]: GB/T 32918.1-2016, 6.1. */
export const isSm2Secret = (secret: Uint8Array): boolean =>
  secret.length === 32 && isBelowOrder(numberOf(secret)) && numberOf(secret) !== ORDER - 1n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

const isBelowOrder = (value: bigint): boolean => value >= 1n && value < ORDER;
