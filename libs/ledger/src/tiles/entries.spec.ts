import fc from 'fast-check';
import { concat, fromHex, toHex, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { decodeEntries, encodeEntries } from './entries';

function entriesIn(bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  try {
    return decodeEntries(bytes, width);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

describe('a bundle of entries', () => {
  it('has each after its length', () => {
    expect(toHex(encodeEntries([utf8('ab'), utf8('')]))).toBe('000261620000');
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 }), (entries) => {
        expect(decodeEntries(encodeEntries(entries), entries.length).map(toHex)).toEqual(entries.map(toHex));
      }),
    );
  });

  it('has one spelling', () => {
    const bytes = fc
      .array(fc.constantFrom(0, 0, 1, 2, 255), { maxLength: 12 })
      .map((some) => Uint8Array.from(some));
    fc.assert(
      fc.property(bytes, fc.nat(6), (some, width) => {
        const entries = entriesIn(some, width);
        if (entries) expect(encodeEntries(entries)).toEqual(some);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is refused if it is cut, longer, or of another number of entries', () => {
    const bundle = encodeEntries([utf8('ab'), utf8('c')]);
    for (let length = 0; length < bundle.length; length++)
      expect(() => decodeEntries(bundle.subarray(0, length), 2)).toThrow(Malformed);
    expect(() => decodeEntries(concat(bundle, fromHex('00')), 2)).toThrow(Malformed);
    expect(() => decodeEntries(bundle, 1)).toThrow(Malformed);
    expect(() => decodeEntries(bundle, 3)).toThrow(Malformed);
  });

  it('has no entry that its length cannot tell', () => {
    const longest = encodeEntries([new Uint8Array(65_535)]);
    expect(decodeEntries(longest, 1)).toEqual([new Uint8Array(65_535)]);
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
