import { canonicalJson } from '@liuhen/kernel';
import { fromBase64Url, textOf, toBase64Url, utf8 } from '../bytes';
import { canonical } from '../canonical';
import { Malformed } from '../malformed';
import { HASH_BYTES } from '../merkle/hash';
import type { Scheme } from '../suites/suite';

/** A signature over a command, apart from what it signs. */
export interface CommandSignature {
  readonly scheme: Scheme;
  /** Thumbprint of the key (RFC 7638). */
  readonly key: string;
  /** 64 bytes: R and S (Ed25519), r and s (SM2). */
  readonly signature: Uint8Array;
}

/** RFC 9864; for SM2 with SM3 and the default identity of GM/T 0009 nothing is registered, so that the name is ours. */
const JWS_ALGORITHMS: Readonly<Record<Scheme, string>> = { ed25519: 'Ed25519', sm2: 'SM2' };

const TYPE = 'liuhen-command';

/** The JWS Protected Header. */
const protectedText = ({ scheme, key }: Omit<CommandSignature, 'signature'>): string =>
  canonicalJson({ alg: JWS_ALGORITHMS[scheme], kid: key, typ: TYPE });

/** RFC 7515 §5.1: what is signed is the header and the payload, both in base64url, with a dot between. */
export const signingInput = (signed: Omit<CommandSignature, 'signature'>, payload: string): Uint8Array =>
  utf8(`${toBase64Url(utf8(protectedText(signed)))}.${toBase64Url(utf8(payload))}`);

/** RFC 7515, appendix F: without the payload, which whoever checks knows already. */
export const formatCommandSignature = (signed: CommandSignature): string =>
  `${toBase64Url(utf8(protectedText(signed)))}..${toBase64Url(signed.signature)}`;

/** Nothing but what {@link formatCommandSignature} writes: every byte counts. @throws Malformed */
export const parseCommandSignature = canonical('command signature', signatureIn, formatCommandSignature);

const SIGNATURE_BYTES = 64;

function signatureIn(jws: string): CommandSignature {
  const [header = '', , signature = ''] = jws.split('.');
  const { alg, kid } = objectIn(textOf(fromBase64Url(header)));
  const scheme = (['ed25519', 'sm2'] as const).find((one) => JWS_ALGORITHMS[one] === alg);
  const bytes = fromBase64Url(signature);
  if (!scheme || typeof kid !== 'string' || !isThumbprint(kid) || bytes.length !== SIGNATURE_BYTES)
    throw new Malformed('command signature');
  return { scheme, key: kid, signature: bytes };
}

const isThumbprint = (kid: string): boolean => fromBase64Url(kid).length === HASH_BYTES;

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    throw new Malformed('command signature');
  }
}
