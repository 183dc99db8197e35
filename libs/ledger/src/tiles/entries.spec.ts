import fc from 'fast-check';
import { concat, fromHex, toHex, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { decodeEntries, encodeEntries } from './entries';

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

  it('is refused if it is cut, longer, or of another number of entries', () => {
    const bundle = encodeEntries([utf8('ab'), utf8('c')]);
    for (let length = 0; length < bundle.length; length++)
      expect(() => decodeEntries(bundle.subarray(0, length), 2)).toThrow(Malformed);
    expect(() => decodeEntries(concat(bundle, fromHex('00')), 2)).toThrow(Malformed);
    expect(() => decodeEntries(bundle, 1)).toThrow(Malformed);
    expect(() => decodeEntries(bundle, 3)).toThrow(Malformed);
  });

  it('has no entry that its length cannot tell', () => {
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
