import { createHash } from 'node:crypto';
import { concat, fromHex, toBase64, toHex, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { formatVerifierKey, parseVerifierKey, verifierKey } from './keys';

/** golang.org/x/mod, sumdb/note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
// GB/T 32918.5-2017, A.2.
const SM2_POINT = fromHex(
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
);

/** A verifier key whose id is right whatever is in it. */
function vkeyOf(name: string, type: Uint8Array, publicKey: Uint8Array): string {
  const typed = concat(type, publicKey);
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8);
  return `${name}+${id}+${toBase64(typed)}`;
}

const named = (name: string): Uint8Array => concat(Uint8Array.of(0xff), utf8(name));

describe('a verifier key', () => {
  it.each([
    ['PeterNeumann', 'log', PETER],
    ['EnochRoot', 'log', 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'],
    // C2SP signed-note, verifier keys.
    ['example.com/foo', 'log', 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    // Their base64 has a plus.
    ['TEST', 'log', 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6'],
    ['Wit1', 'log', 'Wit1+55ee4561+AVhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk'],
    // A cosigner's.
    ['remora.n621.de', 'cosigner', 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'],
  ])('of %s, a %s, is read as others wrote it', (name, use, vkey) => {
    const key = parseVerifierKey(vkey);
    expect(key).toMatchObject({ name, use, scheme: 'ed25519' });
    expect(toHex(key.id)).toBe(vkey.split('+')[1]);
    expect(formatVerifierKey(key)).toBe(vkey);
  });

  it.each([
    ['log', 'sm2-sm3/gmt0009-id-default/v1'],
    ['cosigner', 'sm2-sm3/cosignature/v1'],
  ] as const)('of a %s with SM2 has the type 0xff and %s', (use, type) => {
    const key = verifierKey('court.test/log', use, { scheme: 'sm2', publicKey: SM2_POINT });
    const vkey = vkeyOf('court.test/log', named(type), SM2_POINT);
    expect(formatVerifierKey(key)).toBe(vkey);
    expect(parseVerifierKey(vkey)).toEqual(key);
  });

  it('has another id under another name, in another use', () => {
    const { scheme, publicKey, id } = parseVerifierKey(PETER);
    const others = [
      verifierKey('PeterNeuman', 'log', { scheme, publicKey }),
      verifierKey('PeterNeumann', 'cosigner', { scheme, publicKey }),
    ];
    expect(others.map((key) => toHex(key.id))).not.toContain(toHex(id));
  });

  it('is refused in part, and with any byte changed', () => {
    for (let from = 0; from <= PETER.length; from++)
      for (let to = from; to <= PETER.length; to++)
        if (to - from < PETER.length)
          expect(() => parseVerifierKey(PETER.slice(from, to))).toThrow(Malformed);
    for (let index = 0; index < PETER.length; index++) {
      const next = String.fromCharCode(PETER.charCodeAt(index) + 1);
      expect(() => parseVerifierKey(PETER.slice(0, index) + next + PETER.slice(index + 1))).toThrow(
        Malformed,
      );
    }
  });

  it.each([
    // Both with the id that belongs to them.
    ['a key too long', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['an unknown named type', vkeyOf('court.test/log', named('sm2-sm3/v1'), SM2_POINT)],
    [
      'a name of a type cut short',
      vkeyOf('court.test/log', named('sm2-sm3/gmt0009-id-default/v'), SM2_POINT),
    ],
    ['the id in capitals', PETER.replace('c74f20a3', 'C74F20A3')],
    ['the wrong id', PETER.replace('c74f20a3', 'c74f20a4')],
    ['base64 with stray bits', 'court.test/log+00000000+AR=='],
    ['no name', vkeyOf('', Uint8Array.of(1), new Uint8Array(32))],
    ['a newline', `${PETER}\n`],
    ['a carriage return', `${PETER}\r\n`],
    ['a byte order mark', `\ufeff${PETER}`],
    ['a space before it', ` ${PETER}`],
    ['a point of the wrong curve', vkeyOf('x', Uint8Array.of(1), fromHex('02'.padEnd(64, '0')))],
    ['a point for which anybody can sign', vkeyOf('x', Uint8Array.of(1), fromHex('01'.padEnd(64, '0')))],
    [
      'an SM2 point that is not on the curve',
      vkeyOf('x', named('sm2-sm3/cosignature/v1'), SM2_POINT.with(64, 0x14)),
    ],
    [
      'an SM2 point compressed',
      vkeyOf('x', named('sm2-sm3/cosignature/v1'), SM2_POINT.slice(0, 33).with(0, 3)),
    ],
    ['an SM2 point without its first byte', vkeyOf('x', named('sm2-sm3/cosignature/v1'), SM2_POINT.slice(1))],
  ])('is refused with %s', (_case, vkey) => {
    expect(() => parseVerifierKey(vkey)).toThrow(Malformed);
  });

  it.each([
    '',
    ' ',
    'two words',
    'a+b',
    'a\nb',
    'a\tb',
    'a\u00a0b',
    'a\u3000b',
    'a\u0085b',
    '\ufeffa',
    'a\ud800',
  ])('has no name like %j', (name) => {
    const { scheme, publicKey } = parseVerifierKey(PETER);
    expect(() => verifierKey(name, 'log', { scheme, publicKey })).toThrow(Malformed);
  });
});
