import fc from 'fast-check';
import { PROBLEMS } from '../problem/problem';
import type { Content } from './content';
import { DOCUMENT_TYPES, requireAllowed, requireNameFits, requireOfType } from './document-types';
import { MISFITS, SAMPLES, zipOf } from './testing/sample-documents';
import { zipEntries } from './zip-entries';

const contentOf = (bytes: Uint8Array): Content => ({
  length: bytes.length,
  read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
});

describe('the type of a document', () => {
  it.each(DOCUMENT_TYPES.map(({ mediaType }) => mediaType))(
    'is seen in the content: %s',
    async (mediaType) => {
      const sample = SAMPLES[mediaType] ?? Buffer.of();
      await expect(requireOfType(contentOf(sample), mediaType)).resolves.toBeUndefined();
    },
  );

  it.each(MISFITS)('is not believed of %s', async (_, mediaType, content) => {
    await expect(requireOfType(contentOf(content), mediaType)).rejects.toMatchObject({
      code: 'document-type-differs',
    });
  });

  it.each(['text/html', 'image/svg+xml', 'application/octet-stream', 'application/zip', '', 'constructor'])(
    'may not be %s',
    (mediaType) => {
      expect(() => requireAllowed(mediaType)).toThrow(
        expect.objectContaining({ code: 'document-type-not-allowed' }),
      );
    },
  );

  it('is told of nothing but refused, whatever bytes come', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 100 }).map((tail) => Buffer.concat([zipOf({ 'OFD.xml': '' }), tail])),
      fc
        .tuple(fc.nat(), fc.nat(255))
        .map(([at, byte]) => zipOf({ 'OFD.xml': '', 'a/b': 'c' }).fill(byte, at % 180, (at % 180) + 1)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DOCUMENT_TYPES), bytes, async ({ mediaType }, content) => {
        const answer = await requireOfType(contentOf(content), mediaType).catch((error: unknown) => error);
        expect([undefined, 'document-type-differs']).toContain(
          (answer as { code?: string } | undefined)?.code,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is named in the refusal of others', () => {
    const { detail } = PROBLEMS['document-type-not-allowed'];
    for (const { title } of DOCUMENT_TYPES) expect(detail).toContain(title);
  });

  it.each([
    ['application/pdf', '民事判决书.PDF'],
    ['application/pdf', '民事判决书.v2.pdf'],
    ['application/msword', '笔录.wps'],
    ['image/jpeg', '第1页.jpg'],
  ])('%s is saved as %s', (mediaType, name) => {
    expect(() => requireNameFits(mediaType, name)).not.toThrow();
  });

  it.each([
    ['application/pdf', '民事判决书', 'document-name-differs'],
    ['application/pdf', 'pdf', 'document-name-differs'],
    ['application/pdf', '民事判决书.pdf.exe', 'document-name-differs'],
    ['application/pdf', '民事判决书.pdf.', 'document-name-differs'],
    ['text/plain', '笔录.html', 'document-name-differs'],
    ['text/html', '笔录.html', 'document-type-not-allowed'],
  ])('%s is not saved as %s', (mediaType, name, code) => {
    expect(() => requireNameFits(mediaType, name)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the names in an archive', () => {
  it('are found before a comment of any length', async () => {
    const entries = { a: '1', '文书/甲.xml': '2' };
    for (const comment of ['', 'x'.repeat(65_535)])
      expect(await zipEntries(contentOf(zipOf(entries, comment)))).toEqual(['a', '文书/甲.xml']);
  });

  it('are none where more are promised than there are', async () => {
    const archive = zipOf({ a: '1' });
    archive.writeUInt16LE(2, archive.length - 12);
    expect(await zipEntries(contentOf(archive))).toBeUndefined();
  });

  it('are none where the directory is longer than the archive', async () => {
    const archive = zipOf({ a: '1' });
    archive.writeUInt32LE(0xffff_ffff, archive.length - 10);
    expect(await zipEntries(contentOf(archive))).toBeUndefined();
  });
});
