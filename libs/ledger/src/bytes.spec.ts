import fc from 'fast-check';
import {
  concat,
  equalBytes,
  fromBase64,
  fromBase64Url,
  fromHex,
  textOf,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from './bytes';
import { Malformed } from './malformed';
import { MUTANTS, mistaken } from './testing/mutants';

// RFC 4648 §10.
const BASE64 = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

const anyBytes = fc.uint8Array({ maxLength: 100 });

describe('base64', () => {
  it.each(BASE64)('of %j is %j', (text, encoded) => {
    expect(toBase64(utf8(text))).toBe(encoded);
    expect(textOf(fromBase64(encoded))).toBe(text);
  });

  it('is read as it is written', () => {
    fc.assert(fc.property(anyBytes, (bytes) => equalBytes(fromBase64(toBase64(bytes)), bytes)));
  });

  it.each([
    ['stray bits', 'Zh=='],
    ['stray bits before one sign of padding', 'Zm9='],
    ['no padding', 'Zg'],
    ['half its padding', 'Zg='],
    ['too much padding', 'Zm9v===='],
    ['padding in the middle', 'Zg==Zg=='],
    ['a space', 'Zm9v '],
    ['a line break', 'Zm9v\nYmFy'],
    ['a line break at the end', 'Zm9v\n'],
    ['one character', 'Z'],
    ['the alphabet of URLs', '-_-_'],
    ['characters that are none of its own', 'Zm9！'],
    ['a character of more than a byte', 'Zm9\u0276'],
  ])('is refused with %s', (_, text) => {
    expect(() => fromBase64(text)).toThrow(Malformed);
  });

  it.each([31, 32, 33])('of %d bytes has one spelling', (length) => {
    const text = toBase64(Uint8Array.from({ length }, (_, at) => 37 * at + 11));
    const isTaken = (mutant: string) => toBase64(fromBase64(mutant)) !== mutant;
    expect(mistaken(text, isTaken, MUTANTS / 15)).toEqual([]);
  });
});

describe('base64url', () => {
  it('is read as it is written, and as Node writes it', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(equalBytes(fromBase64Url(toBase64Url(bytes)), bytes)).toBe(true);
      }),
    );
  });

  it.each([
    ['stray bits', 'Zh'],
    ['padding', 'Zg=='],
    ['a space', 'Zm9v '],
    ['one character', 'Z'],
    ['the other alphabet', '+/+/'],
  ])('is refused with %s', (_, text) => {
    expect(() => fromBase64Url(text)).toThrow(Malformed);
  });
});

describe('hexadecimal', () => {
  it('is read as it is written', () => {
    fc.assert(fc.property(anyBytes, (bytes) => equalBytes(fromHex(toHex(bytes)), bytes)));
    expect(toHex(Uint8Array.of(0, 9, 10, 159, 255))).toBe('00090a9fff');
  });

  it.each(['0', '0G', 'AB', '0x00', '00 ', ' 00', '00\n', '０0', 'g0', '`0', '/0', ':0', '@0'])(
    'is not %j',
    (text) => {
      expect(() => fromHex(text)).toThrow(Malformed);
    },
  );

  it('has one spelling', () => {
    const text = toHex(Uint8Array.from({ length: 32 }, (_, at) => 37 * at + 11));
    expect(mistaken(text, (mutant) => toHex(fromHex(mutant)) !== mutant, MUTANTS / 10)).toEqual([]);
  });
});

describe('UTF-8', () => {
  it('is read as it is written, a byte order mark too', () => {
    for (const text of ['', '留痕', '\ufeff留痕', '𠮷', 'a\0b']) expect(textOf(utf8(text))).toBe(text);
  });

  it.each([
    ['a byte that begins nothing', 'ff'],
    ['a character that is cut', 'e79599e797'],
    ['a longer spelling of a shorter character', 'c0af'],
    ['half of a pair', 'eda080'],
    ['a character beyond the last', 'f4908080'],
  ])('is refused with %s', (_, bytes) => {
    expect(() => textOf(fromHex(bytes))).toThrow(Malformed);
  });
});

describe('bytes', () => {
  it('are put together in their order', () => {
    expect(concat()).toEqual(new Uint8Array(0));
    expect(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('are equal if all of them are', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(new Uint8Array(0), new Uint8Array(0))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  });
});
