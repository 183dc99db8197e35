import { toBase64, toHex, utf8 } from '../../bytes';
import { Malformed } from '../../malformed';
import { browserSuite } from '../browser/browser-suite';
import type { Scheme } from '../suite';
import { newKey, signerOfKey } from './private-key';
import { nodeSuite } from './node-suite';

const SCHEMES: readonly Scheme[] = ['ed25519', 'sm2'];
const message = utf8('message digest');

// RFC 8032, 7.1, test 2, and GB/T 32918.5-2017, A.2.
const ED25519_KEY = 'PRIVATE+KEY+liuhen+ed25519+39f713d0+TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs=';
const SM2_KEY = 'PRIVATE+KEY+liuhen+sm2+7ad64964+OUUgj3shRLE/NuOKxtOflYiTk2koYLUaQvuB7033xbg=';

describe('a private key as text', () => {
  it.each(SCHEMES)('is new each time and signs with %s what both suites take', async (scheme) => {
    const [one, other] = [newKey(scheme), newKey(scheme)];
    const signer = signerOfKey(one);
    const signature = await signer.sign(message);
    expect(signer.scheme).toBe(scheme);
    for (const suite of [nodeSuite, browserSuite]) {
      expect(suite.verify(scheme, signer.publicKey, message, signature)).toBe(true);
      expect(suite.verify(scheme, signerOfKey(other).publicKey, message, signature)).toBe(false);
    }
  });

  it('is the seed of RFC 8032', async () => {
    const signer = signerOfKey(ED25519_KEY);
    expect(toHex(signer.publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    expect(toHex(await signer.sign(Uint8Array.of(0x72)))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('is the scalar of GB/T 32918', () => {
    expect(toHex(signerOfKey(SM2_KEY).publicKey)).toBe(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    );
  });

  it('signs with SM2 differently each time, for each signature has its own random number', async () => {
    const signer = signerOfKey(SM2_KEY);
    const signatures = await Promise.all([signer.sign(message), signer.sign(message)]);
    expect(new Set(signatures.map((signature) => toHex(signature.slice(0, 32)))).size).toBe(2);
  });

  it.each([ED25519_KEY, SM2_KEY])('is refused with any character changed, left out or added: %s', (key) => {
    for (let index = 0; index < key.length; index++) {
      const [before, at, after] = [key.slice(0, index), key[index] ?? '', key.slice(index + 1)];
      const next = String.fromCharCode(at.charCodeAt(0) + 1);
      for (const mutant of [before + next + after, before + after, before + at + at + after, before])
        if (mutant !== key) expect(() => signerOfKey(mutant)).toThrow(Malformed);
    }
  });

  it.each([
    ['no text', ''],
    ['a newline', `${SM2_KEY}\n`],
    ['a carriage return', `${SM2_KEY}\r`],
    ['a byte order mark', `\ufeff${SM2_KEY}`],
    ['another scheme', SM2_KEY.replace('sm2', 'rsa')],
    ['a scheme that every object has', SM2_KEY.replace('sm2', 'toString')],
    ['the key of the other scheme', SM2_KEY.replace('sm2', 'ed25519')],
    ['a key too short', 'PRIVATE+KEY+liuhen+sm2+7ad64964+OUUg'],
    ['zero as key', `PRIVATE+KEY+liuhen+sm2+7ad64964+${toBase64(new Uint8Array(32))}`],
    // n - 1, for which 1 + d has no inverse.
    ['a key too large', 'PRIVATE+KEY+liuhen+sm2+1ea70b8d+/////v///////////////3ID32shxgUrU7v0CTnVQSI='],
  ])('is refused with %s', (_case, key) => {
    expect(() => signerOfKey(key)).toThrow(Malformed);
  });
});
