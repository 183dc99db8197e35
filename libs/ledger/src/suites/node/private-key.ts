import { hash, randomBytes } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { fromBase64, fromHex, toBase64, toHex } from '../../bytes';
import { canonical } from '../../canonical';
import { Malformed } from '../../malformed';
import { isSm2Secret, SM2_USER_ID } from '../sm2';
import type { Scheme, Signer } from '../suite';
import { ed25519KeyOf, signEd25519 } from './ed25519';

/** What a scheme does with its private keys of 32 bytes. */
interface PrivateKeys {
  readonly generate: () => Uint8Array;
  readonly isSecret: (secret: Uint8Array) => boolean;
  readonly publicKeyOf: (secret: Uint8Array) => Uint8Array;
  readonly sign: (secret: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => Uint8Array;
}

const PRIVATE_KEYS: Readonly<Record<Scheme, PrivateKeys>> = {
  ed25519: {
    generate: () => new Uint8Array(randomBytes(32)),
    isSecret: (secret) => secret.length === 32,
    publicKeyOf: ed25519KeyOf,
    sign: signEd25519,
  },
  sm2: {
    generate: () => fromHex(sm2.generateKeyPairHex().privateKey),
    isSecret: isSm2Secret,
    publicKeyOf: (secret) => fromHex(sm2.getPublicKeyFromPrivateKey(toHex(secret))),
    sign: (secret, message, publicKey) =>
      fromHex(
        sm2.doSignature(message, toHex(secret), {
          hash: true,
          publicKey: toHex(publicKey),
          userId: SM2_USER_ID,
        }),
      ),
  },
};

interface PrivateKey {
  readonly scheme: Scheme;
  readonly secret: Uint8Array;
}

/** A new private key in the text form that `signerOfKey` takes. */
export const newKey = (scheme: Scheme): string =>
  formatPrivateKey({ scheme, secret: PRIVATE_KEYS[scheme].generate() });

/**
 * `PRIVATE+KEY+liuhen+<scheme>+<check>+<key>`, like the private keys of signed notes, but that the key has no name yet:
 * the scheme is `ed25519` or `sm2`, the key 32 bytes in base64 (RFC 8032 seed, or the scalar d), the check the first
 * four bytes of the SHA-256 of the public key in hexadecimal.
 *
 * @throws Malformed
 */
export function signerOfKey(privateKeyText: string): Signer {
  const { scheme, secret } = parsePrivateKey(privateKeyText);
  const { publicKeyOf, sign } = PRIVATE_KEYS[scheme];
  const publicKey = publicKeyOf(secret);
  return { scheme, publicKey, sign: (message) => Promise.resolve(sign(secret, message, publicKey)) };
}

const MAGIC = 'PRIVATE+KEY+liuhen';

const formatPrivateKey = ({ scheme, secret }: PrivateKey): string =>
  [MAGIC, scheme, checkOf(PRIVATE_KEYS[scheme].publicKeyOf(secret)), toBase64(secret)].join('+');

const parsePrivateKey = canonical(
  'private key',
  (text): PrivateKey => {
    const [scheme = '', , ...key] = text.slice(MAGIC.length + 1).split('+');
    const secret = fromBase64(key.join('+'));
    if (!isScheme(scheme) || !PRIVATE_KEYS[scheme].isSecret(secret)) throw new Malformed('private key');
    return { scheme, secret };
  },
  formatPrivateKey,
);

const isScheme = (text: string): text is Scheme => Object.hasOwn(PRIVATE_KEYS, text);

const checkOf = (publicKey: Uint8Array): string => hash('sha256', publicKey, 'hex').slice(0, 8);
