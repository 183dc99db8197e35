import fc from 'fast-check';
import type { Digest } from '@liuhen/kernel';
import { hash } from 'node:crypto';
import type { DocumentStore, ExpectedDocument, OpenedDocument } from '../document-store';
import { MISFITS, SAMPLES } from './sample-documents';

export interface StoreUnderTest {
  readonly store: DocumentStore;
  /** The hashes of what it holds, and of nothing that is still coming. */
  names(): Promise<readonly Digest[]>;
  /** As a disk does that goes bad. */
  damage(sha256: Digest, change: (content: Buffer) => Buffer): Promise<void>;
}

/** In bytes. */
export const LIMIT = 3 * 1024 * 1024;
export const TEXT: ExpectedDocument = { mediaType: 'text/plain' };

/** The bytes as a connection brings them. */
export async function* arriving(content: Uint8Array, piece = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
}

/** A connection that breaks off. */
export async function* breakingOff(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* arriving(content);
  throw new Error('aborted');
}

/** In hexadecimal, which is compared and shown in good time however long it is. */
export async function read(opened: OpenedDocument | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of opened?.content ?? []) pieces.push(piece);
  return hexOf(Buffer.concat(pieces));
}

export const hexOf = (content: Buffer): string => content.toString('hex');

export const textOf = (length: number): Buffer => Buffer.alloc(length, 'liuhen');
export const sha256Of = (content: Uint8Array): Digest => hash('sha256', content, 'hex');

/** What any document store keeps to. */
export function describeDocumentStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a document store ${name}`, () => {
    let tested: StoreUnderTest;
    let store: DocumentStore;

    beforeEach(async () => {
      tested = await open();
      ({ store } = tested);
    });

    const refused = async (content: AsyncIterable<Uint8Array>, expected: ExpectedDocument, code: string) => {
      await expect(store.put(content, expected)).rejects.toMatchObject({ code });
      expect(await tested.names()).toEqual([]);
    };

    it.each(Object.entries(SAMPLES))(
      'gives back %s as it came, under its hash',
      async (mediaType, sample) => {
        const stored = await store.put(arriving(sample), { mediaType });
        expect(stored).toEqual({
          sha256: sha256Of(sample),
          sm3: hash('sm3', sample, 'hex'),
          length: sample.length,
          mediaType,
        });
        const opened = await store.open(stored.sha256);
        expect(opened?.length).toBe(sample.length);
        expect(await read(opened)).toBe(hexOf(sample));
        expect(await store.has(stored.sha256)).toBe(true);
      },
    );

    it('does not care in which pieces a document comes', async () => {
      const content = fc.string({
        minLength: 1,
        maxLength: 50,
        unit: fc.constantFrom('审', 'a', '\n', '𠮷'),
      });
      await fc.assert(
        fc.asyncProperty(content, fc.integer({ min: 1, max: 7 }), async (text, piece) => {
          const bytes = Buffer.from(text);
          const { sha256 } = await store.put(arriving(bytes, piece), TEXT);
          expect(await read(await store.open(sha256))).toBe(hexOf(bytes));
        }),
        { numRuns: 30 },
      );
    });

    it('takes a document of just the greatest length, and none that is longer', async () => {
      const { sha256, length } = await store.put(arriving(textOf(LIMIT)), TEXT);
      expect(length).toBe(LIMIT);
      expect(await read(await store.open(sha256))).toBe(hexOf(textOf(LIMIT)));
      const tooLong = store.put(arriving(Buffer.alloc(LIMIT + 1, 'x')), TEXT);
      await expect(tooLong).rejects.toMatchObject({
        code: 'document-too-large',
        message: '文书不得超过 3 MiB',
      });
      expect(await tested.names()).toEqual([sha256]);
    });

    it('does not wait for the end of what is too long', async () => {
      let given = 0;
      const endless = async function* () {
        for (;;) {
          given += 1024 * 1024;
          yield textOf(1024 * 1024);
        }
      };
      await refused(endless(), TEXT, 'document-too-large');
      expect(given).toBeLessThanOrEqual(LIMIT + 1024 * 1024);
    });

    it('reads nothing of what is said to be too long', async () => {
      const unread = async function* (): AsyncGenerator<Uint8Array> {
        yield await Promise.reject<Uint8Array>(new Error('was read'));
      };
      await refused(unread(), { ...TEXT, length: LIMIT + 1 }, 'document-too-large');
    });

    it.each([
      ['nothing', arriving(Buffer.of()), TEXT, 'document-empty'],
      ['what breaks off', breakingOff(textOf(100_000)), TEXT, 'document-incomplete'],
      ['what breaks off before it begins', breakingOff(Buffer.of()), TEXT, 'document-incomplete'],
      [
        'a type that is not allowed',
        arriving(textOf(6)),
        { mediaType: 'text/html' },
        'document-type-not-allowed',
      ],
      [
        'other content than was said',
        arriving(textOf(6)),
        { ...TEXT, sha256: 'a'.repeat(64) },
        'document-differs',
      ],
    ] as const)('takes not: %s', async (_, content, expected, code) => {
      await refused(content, expected, code);
    });

    it.each(MISFITS)('takes not: %s', async (_, mediaType, content) => {
      await refused(arriving(content), { mediaType }, 'document-type-differs');
    });

    it('takes the content that was said', async () => {
      const sha256 = sha256Of(textOf(6));
      expect(await store.put(arriving(textOf(6)), { ...TEXT, sha256, length: 6 })).toMatchObject({ sha256 });
    });

    it('stores the same content once, however often and at once it comes', async () => {
      const content = textOf(300_000);
      const stored = await Promise.all(
        Array.from({ length: 8 }, (_, n) => store.put(arriving(content, 1000 + n), TEXT)),
      );
      expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(content)]));
      expect(await tested.names()).toEqual([sha256Of(content)]);
      expect(await read(await store.open(sha256Of(content)))).toBe(hexOf(content));
    });

    it('is not disturbed by one that fails beside others', async () => {
      const settled = await Promise.allSettled([
        store.put(arriving(textOf(300_000), 1000), TEXT),
        store.put(breakingOff(textOf(300_000)), TEXT),
        store.put(arriving(textOf(300_000), 999), { ...TEXT, sha256: 'a'.repeat(64) }),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(await tested.names()).toEqual([sha256Of(textOf(300_000))]);
    });

    it.each([
      'a'.repeat(64),
      '',
      '..',
      '../../etc/passwd',
      'A'.repeat(64),
      `${'a'.repeat(62)}/.`,
      `${'a'.repeat(64)}\n`,
      `..%2f${'a'.repeat(59)}`,
      'incoming',
    ])('has nothing under %j', async (name) => {
      expect([await store.has(name), await store.open(name)]).toEqual([false, undefined]);
    });

    it('gives nothing of a document that was taken away, and takes it again', async () => {
      const [kept, gone] = [textOf(100), textOf(200)];
      for (const content of [kept, gone]) await store.put(arriving(content), TEXT);
      await store.remove(sha256Of(gone));
      await store.remove(sha256Of(gone));
      expect(await tested.names()).toEqual([sha256Of(kept)]);
      expect([await store.has(sha256Of(gone)), await store.open(sha256Of(gone))]).toEqual([false, undefined]);
      await store.put(arriving(gone), TEXT);
      expect(await read(await store.open(sha256Of(gone)))).toBe(hexOf(gone));
    });

    it.each(['', '..', 'incoming', '../../etc/passwd', 'a'.repeat(64)])(
      'has nothing to take away under %j',
      async (name) => {
        await store.put(arriving(textOf(100)), TEXT);
        await store.remove(name);
        expect(await tested.names()).toEqual([sha256Of(textOf(100))]);
      },
    );

    describe.each([
      ['short', 1000],
      ['long', LIMIT],
    ])('of a %s document that was damaged', (_, length) => {
      let sha256: Digest;

      beforeEach(async () => {
        ({ sha256 } = await store.put(arriving(textOf(length)), TEXT));
      });

      it.each<[string, (content: Buffer) => Buffer]>([
        ['one bit', (content) => content.fill((content[7] ?? 0) ^ 1, 7, 8)],
        ['its last byte', (content) => content.fill(0, content.length - 1)],
        ['its end', (content) => content.subarray(0, -1)],
        ['all of it', () => Buffer.of()],
        ['more than there was', (content) => Buffer.concat([content, Buffer.from('x')])],
      ])('never gives all: %s', async (_what, change) => {
        await tested.damage(sha256, change);
        const given: Uint8Array[] = [];
        let told = 0;
        const reading = async (): Promise<void> => {
          const opened = await store.open(sha256);
          told = opened?.length ?? 0;
          for await (const piece of opened?.content ?? []) given.push(piece);
        };
        await expect(reading()).rejects.toMatchObject({ code: 'document-damaged' });
        expect(Buffer.concat(given).length).toBeLessThan(Math.max(told, 1));
      });

      it('is mended by the same content coming again', async () => {
        await tested.damage(sha256, (content) => content.fill(0));
        await store.put(arriving(textOf(length)), TEXT);
        expect(await read(await store.open(sha256))).toBe(hexOf(textOf(length)));
      });
    });
  });
}
