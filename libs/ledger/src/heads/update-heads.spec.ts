import fc from 'fast-check';
import { toHex } from '../bytes';
import { Malformed } from '../malformed';
import { nodeSuite } from '../suites/node/node-suite';
import { EMPTY_MAP_ROOT, type HeadEntry } from './heads-map';
import { flipped } from './testing/flipped';
import { plainRoot } from './testing/plain-map';
import { riggedHash, riggedKeys } from './testing/rigged-hash';
import { mapOf, someHead, someHeads } from './testing/some-map';
import { updateHeads } from './update-heads';

const SHA256 = nodeSuite.hash('sha256');
const RIGGED = riggedHash(SHA256);

/** Events of few streams, some of them told more than once. */
const heads = fc.array(
  fc.tuple(fc.nat(20), fc.nat(3)).map(([stream, rev]) => someHead(SHA256, `case-${String(stream)}`, rev)),
  { maxLength: 40 },
);

/** Streams whose places lie together as no hash would lay them. */
const crowded = fc
  .uniqueArray(fc.nat(255), { minLength: 1, maxLength: 120 })
  .map((bits) => riggedKeys(bits).map((key) => someHead(SHA256, key)));

const lastOf = (entries: readonly HeadEntry[]): readonly HeadEntry[] => [
  ...new Map(
    [...entries].sort((one, other) => one.rev - other.rev).map((entry) => [entry.stream, entry]),
  ).values(),
];

const portionsOf = (entries: readonly HeadEntry[], size: number): readonly (readonly HeadEntry[])[] =>
  Array.from({ length: Math.ceil(entries.length / size) }, (_, at) =>
    entries.slice(at * size, (at + 1) * size),
  );

describe.each(['sha256', 'sm3'] as const)('the map of heads under %s', (algorithm) => {
  const hash = nodeSuite.hash(algorithm);

  it('has the root that the format gives the last events', async () => {
    await fc.assert(
      fc.asyncProperty(heads, fc.integer({ min: 1, max: 9 }), async (entries, size) => {
        const { map } = await mapOf(hash, ...portionsOf(entries, size));
        const last = lastOf(entries);
        expect(toHex(map.root)).toBe(toHex(plainRoot(hash, last)));
        expect(map.streams).toBe(last.length);
      }),
      { numRuns: 20 },
    );
  });

  it('has it over many pages too', async () => {
    const entries = someHeads(hash, 300);
    const { map, pages } = await mapOf(hash, ...portionsOf(entries, 70));
    expect(pages.pages.size).toBeGreaterThan(16);
    expect(toHex(map.root)).toBe(toHex(plainRoot(hash, entries)));
  });
});

describe('the map of heads', () => {
  it('has the root that the format gives places that lie close together', async () => {
    await fc.assert(
      fc.asyncProperty(crowded, fc.integer({ min: 1, max: 50 }), async (entries, size) => {
        const { map } = await mapOf(RIGGED, ...portionsOf(entries, size));
        expect(toHex(map.root)).toBe(toHex(plainRoot(RIGGED, entries)));
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['of few streams', SHA256, heads],
    ['that lie close together', RIGGED, crowded],
    ['of many streams', SHA256, fc.integer({ min: 60, max: 120 }).map((count) => someHeads(SHA256, count))],
  ] as const)('has the same pages in whatever order and portions events come, %s', async (_, hash, some) => {
    const twoOrders = some.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length }),
        fc.integer({ min: 1, max: 40 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(twoOrders, async ([entries, reordered, size]) => {
        const one = await mapOf(hash, entries);
        const other = await mapOf(hash, ...portionsOf(reordered, size));
        expect(other.map).toEqual(one.map);
        expect(other.pages.pages).toEqual(one.pages.pages);
      }),
      { numRuns: 10 },
    );
  });

  it('changes by nothing that it has already', async () => {
    const entries = someHeads(SHA256, 100);
    const { map, pages } = await mapOf(SHA256, entries);
    expect(await updateHeads(SHA256, pages, map, entries)).toEqual({ ...map, pages: new Map() });
    expect(await updateHeads(SHA256, pages, map, [])).toEqual({ ...map, pages: new Map() });
  });

  it('refuses two events of one revision', async () => {
    const head = someHead(SHA256, 'case-1');
    const twin = { ...head, leaf: someHead(SHA256, 'case-2').leaf };
    const { map, pages } = await mapOf(SHA256, [head]);
    await expect(updateHeads(SHA256, pages, map, [twin])).rejects.toThrow('case-1');
    await expect(mapOf(SHA256, [head, twin])).rejects.toThrow('case-1');
  });

  it('reads and writes few pages for few changes, and hashes little but the ways of what changed', async () => {
    let hashes = 0;
    const counting = {
      ...SHA256,
      digest: (content: Uint8Array) => {
        hashes++;
        return SHA256.digest(content);
      },
    };
    const { map, pages } = await mapOf(SHA256, someHeads(SHA256, 1_500));
    pages.reads = 0;
    const changed = await updateHeads(counting, pages, map, [someHead(SHA256, 'case-7', 1)]);
    expect(pages.reads).toBe(3);
    expect(changed.pages.size).toBe(3);
    expect(hashes).toBeLessThan(256 + 150);
  });
});

describe('pages of the map', () => {
  it.each([
    ['are missing', () => undefined],
    ['are those of another map', (page: Uint8Array) => flipped(page, 8 * page.length - 1)],
    ['are none', () => new Uint8Array()],
  ])('are refused when they %s', async (_, damage) => {
    const entries = someHeads(SHA256, 100);
    const news = entries.map(({ stream }) => someHead(SHA256, stream, 1));
    const { map, pages } = await mapOf(SHA256, entries);
    for (const [id, page] of [...pages.pages]) {
      const damaged = damage(page);
      pages.pages.delete(id);
      if (damaged) pages.pages.set(id, damaged);
      await expect(updateHeads(SHA256, pages, map, news)).rejects.toThrow(Malformed);
      pages.pages.set(id, page);
    }
    expect((await updateHeads(SHA256, pages, map, news)).streams).toBe(100);
  });

  it('are those of one root', async () => {
    const { pages } = await mapOf(SHA256, someHeads(SHA256, 3));
    const other = { root: someHead(SHA256, 'case-1').leaf, streams: 3 };
    await expect(updateHeads(SHA256, pages, other, someHeads(SHA256, 1))).rejects.toThrow(Malformed);
  });

  it('cannot keep news from the map by a revision, nor let a changed entry into a new root', async () => {
    const head = someHead(SHA256, 'case-1');
    const { map, pages } = await mapOf(SHA256, [head]);
    const page = pages.pages.get('') ?? new Uint8Array();
    const ofRevision = 8 * (1 + 32 + 8) - 1;
    pages.pages.set('', flipped(page, ofRevision));
    const wrong = expect.any(Malformed) as unknown;
    await expect(updateHeads(SHA256, pages, map, [head])).rejects.toEqual(wrong);
    await expect(updateHeads(SHA256, pages, map, [someHead(SHA256, 'case-2')])).rejects.toEqual(wrong);
  });

  it('are of no use before the first', async () => {
    const { map, pages } = await mapOf(SHA256, []);
    expect(map).toEqual({ root: EMPTY_MAP_ROOT, streams: 0 });
    expect(pages.reads).toBe(0);
  });
});
