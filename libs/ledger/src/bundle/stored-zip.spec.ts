import fc from 'fast-check';
import { concat, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { crc32 } from './crc32';
import { MAX_ZIP_BYTES, readZip, writeZip } from './stored-zip';

const FILES = new Map([
  ['b.txt', utf8('第二\n')],
  ['a/1.txt', utf8('')],
  ['B.txt', utf8('B')],
]);

describe('an archive', () => {
  it('has the checks that everybody computes', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
    expect(crc32(utf8(''))).toBe(0);
  });

  it('is the same for the same files, whatever their order', () => {
    const archive = writeZip(FILES);
    expect(writeZip(new Map([...FILES].reverse()))).toEqual(archive);
    expect([...readZip(archive).keys()]).toEqual(['B.txt', 'a/1.txt', 'b.txt']);
  });

  it('of any files is read as it was written', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}(?:\/[a-z0-9]{1,9})?$/);
    const files = fc.array(fc.tuple(name, fc.uint8Array()), { maxLength: 20 }).map((all) => new Map(all));
    fc.assert(
      fc.property(files, (all) => {
        expect(new Map(readZip(writeZip(all)))).toEqual(all);
      }),
    );
  });

  it('is refused with any bit turned, cut anywhere, or with more around it', () => {
    const archive = writeZip(FILES);
    for (let bit = 0; bit < 8 * archive.length; bit++) {
      const turned = archive.with(bit >> 3, (archive[bit >> 3] ?? 0) ^ (1 << (bit % 8)));
      expect(() => readZip(turned)).toThrow(Malformed);
    }
    for (let length = 0; length < archive.length; length++)
      expect(() => readZip(archive.subarray(0, length))).toThrow(Malformed);
    expect(() => readZip(concat(archive, utf8('\0')))).toThrow(Malformed);
    expect(() => readZip(concat(utf8('\0'), archive))).toThrow(Malformed);
  });

  it.each(['', '/a', '../a', 'a/../b', 'a//b', 'a\\b', '案', 'a b', '.a', 'a/', 'c:a'])(
    'holds no file called "%s"',
    (name) => {
      expect(() => writeZip(new Map([[name, utf8('')]]))).toThrow(Malformed);
    },
  );

  it('does not hold the same bytes as two files', () => {
    const archive = writeZip(
      new Map([
        ['a', utf8('x'.repeat(100))],
        ['b', utf8('x'.repeat(100))],
      ]),
    );
    const secondOffset = archive.length - 22 - 47 + 42;
    expect(archive[secondOffset]).toBe(131);
    expect(() => readZip(archive.with(secondOffset, 0))).toThrow(Malformed);
  });

  it('beyond its limit is not even looked at', () => {
    expect(() => readZip(new Uint8Array(MAX_ZIP_BYTES + 1))).toThrow('ZIP size');
  });
});
