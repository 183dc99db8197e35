import { concat, toHex } from '../bytes';
import { Malformed } from '../malformed';
import { nodeSuite } from '../suites/node/node-suite';
import { PAGE_ENTRIES } from './page';
import { decodePage, encodePage } from './page-codec';
import { keyOf } from './sparse-tree';
import { mapOf, someHead, someHeads } from './testing/some-map';

const SHA256 = nodeSuite.hash('sha256');
const ENTRY_BYTES = 104;

const bytesOf = async (count: number): Promise<Uint8Array> =>
  (await mapOf(SHA256, someHeads(SHA256, count))).pages.pages.get('') ?? new Uint8Array();

describe('a page of the map of heads', () => {
  it('is read as it was written, of entries and of nodes', async () => {
    const { pages } = await mapOf(SHA256, someHeads(SHA256, 200));
    const read = [...pages.pages].map(([id, bytes]) => [id, decodePage(id, bytes)] as const);
    expect(new Set(read.map(([, page]) => 'nodes' in page))).toEqual(new Set([true, false]));
    for (const [id, page] of read) expect(encodePage(page)).toEqual(pages.pages.get(id));
  });

  it('has entries so long as they are not too many', async () => {
    expect(decodePage('', await bytesOf(PAGE_ENTRIES))).toHaveProperty('entries');
    expect(decodePage('', await bytesOf(PAGE_ENTRIES + 1))).toHaveProperty('nodes');
  });

  it('keeps revisions beyond 32 bits', async () => {
    const { pages } = await mapOf(SHA256, [someHead(SHA256, 'case-1', Number.MAX_SAFE_INTEGER)]);
    const page = decodePage('', pages.pages.get('') ?? new Uint8Array());
    expect(page).toMatchObject({ entries: [{ rev: Number.MAX_SAFE_INTEGER }] });
  });

  it.each([
    ['is of no kind', (page: Uint8Array) => concat(Uint8Array.of(2), page.subarray(1))],
    ['is of another kind', (page: Uint8Array) => concat(Uint8Array.of(1), page.subarray(1))],
    ['has no byte', () => new Uint8Array()],
    ['has no entry', (page: Uint8Array) => page.subarray(0, 1)],
    ['lacks a byte', (page: Uint8Array) => page.subarray(0, -1)],
    ['has a byte too many', (page: Uint8Array) => concat(page, Uint8Array.of(0))],
    ['has an entry twice', (page: Uint8Array) => concat(page, page.subarray(-ENTRY_BYTES))],
    [
      'has entries in another order',
      (page: Uint8Array) =>
        concat(page.subarray(0, 1), page.subarray(-ENTRY_BYTES), page.subarray(1, -ENTRY_BYTES)),
    ],
    [
      'has a revision beyond 2^53',
      (page: Uint8Array) => concat(page.subarray(0, 33), Uint8Array.of(1), page.subarray(34)),
    ],
  ])('is refused when it %s', async (_, damage) => {
    const page = await bytesOf(3);
    expect(() => decodePage('', damage(page))).toThrow(Malformed);
  });

  it('is refused in the place of another', async () => {
    const page = await bytesOf(1);
    const begin = toHex(keyOf(SHA256, 'case-0')).slice(0, 1);
    expect(decodePage(begin, page)).toHaveProperty('entries');
    expect(() => decodePage(begin === '0' ? '1' : '0', page)).toThrow(Malformed);
  });

  it('is refused with more entries than a page has', async () => {
    const { pages } = await mapOf(SHA256, someHeads(SHA256, 200));
    const entries = [...pages.pages]
      .filter(([id]) => id !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const all = concat(Uint8Array.of(0), ...entries.map(([, bytes]) => bytes.subarray(1)));
    expect(() => decodePage('', all)).toThrow(Malformed);
    expect(decodePage('', all.subarray(0, 1 + PAGE_ENTRIES * ENTRY_BYTES))).toHaveProperty('entries');
  });
});
