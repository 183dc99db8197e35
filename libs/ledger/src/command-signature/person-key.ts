import { canonicalJson, type JsonObject, type JsonValue } from '@liuhen/kernel';
import { concat, fromBase64Url, toBase64Url, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { browserSuite } from '../suites/browser/browser-suite';
import { isPublicKey } from '../suites/public-key';
import type { Scheme, Signer } from '../suites/suite';

/** A person's public key, as signatures are checked with it. */
export interface PersonKey {
  readonly scheme: Scheme;
  readonly publicKey: Uint8Array;
  /** RFC 7638, SHA-256, base64url: what a signature calls its key. */
  readonly thumbprint: string;
}

/** Of thumbprints, whatever hashes the log. */
const sha256 = browserSuite.hash('sha256');

/** First byte of a point of SM2 with both coordinates. */
const UNCOMPRESSED = Uint8Array.of(0x04);

/** JSON Web Key: RFC 8037 for Ed25519; for SM2, which RFC 7518 does not know, `EC` with `crv` = `SM2`. */
export function jwkOf({ scheme, publicKey }: Pick<Signer, 'scheme' | 'publicKey'>): JsonObject {
  if (scheme === 'ed25519') return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
  const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)];
  return { kty: 'EC', crv: 'SM2', x: toBase64Url(x), y: toBase64Url(y) };
}

/** @throws Malformed for what {@link jwkOf} does not write */
export function personKeyOf(jwk: JsonObject): PersonKey {
  const scheme = jwk.crv === 'SM2' ? 'sm2' : 'ed25519';
  const publicKey =
    scheme === 'sm2' ? concat(UNCOMPRESSED, coordinate(jwk.x), coordinate(jwk.y)) : coordinate(jwk.x);
  const text = canonicalJson(jwk);
  if (!isPublicKey(scheme, publicKey) || canonicalJson(jwkOf({ scheme, publicKey })) !== text)
    throw new Malformed('public key');
  return { scheme, publicKey, thumbprint: toBase64Url(sha256.digest(utf8(text))) };
}

const coordinate = (text: JsonValue | undefined): Uint8Array =>
  fromBase64Url(typeof text === 'string' ? text : '');
