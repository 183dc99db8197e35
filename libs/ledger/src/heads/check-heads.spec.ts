import { nodeSuite } from '../suites/node/node-suite';
import { checkHeads, type HeadsFinding } from './check-heads';
import type { HeadEntry, HeadsMap } from './heads-map';
import { flipped } from './testing/flipped';
import { mapOf, someHead, someHeads, type SomeMap } from './testing/some-map';

const SHA256 = nodeSuite.hash('sha256');
const ENTRIES = someHeads(SHA256, 120);

async function found(
  { map, pages }: SomeMap,
  entries: readonly HeadEntry[],
): Promise<readonly HeadsFinding[]> {
  const findings: HeadsFinding[] = [];
  for await (const finding of checkHeads(SHA256, { map, pages: pages.pages, entries }))
    findings.push(finding);
  return findings;
}

const lastPage = ({ pages }: SomeMap): readonly [string, Uint8Array] =>
  [...pages.pages].sort(([one], [other]) => (one < other ? -1 : 1)).at(-1) ?? ['', new Uint8Array()];

describe('a check of the heads', () => {
  it('finds nothing where all is as it should be, whatever portions it was made in', async () => {
    const some = await mapOf(SHA256, ENTRIES.slice(50), ENTRIES.slice(0, 70));
    expect(await found(some, ENTRIES)).toEqual([]);
    expect(await found(await mapOf(SHA256), [])).toEqual([]);
  });

  it('may be told all events, in whatever order', async () => {
    const later = Array.from({ length: 10 }, (_, at) =>
      ENTRIES.map(({ stream }) => someHead(SHA256, stream, at + 1)),
    ).flat();
    const some = await mapOf(SHA256, ENTRIES, later);
    expect(await found(some, [...later.toReversed(), ...ENTRIES])).toEqual([]);
  });

  it('finds a page of which any bit is changed', async () => {
    const some = await mapOf(SHA256, ENTRIES);
    const [id, page] = lastPage(some);
    expect(id).not.toBe('');
    for (let bit = 0; bit < 8 * page.length; bit += 8 * 61 + 1) {
      some.pages.pages.set(id, flipped(page, bit));
      expect(await found(some, ENTRIES)).toEqual([{ page: id }]);
    }
  });

  it('finds a page that is missing', async () => {
    const some = await mapOf(SHA256, ENTRIES);
    const [id] = lastPage(some);
    some.pages.pages.delete(id);
    some.pages.pages.delete('');
    expect(await found(some, ENTRIES)).toEqual([{ page: '' }, { page: id }]);
  });

  it.each(['z', 'fff'])('finds a page that is none of the map: %s', async (id) => {
    const some = await mapOf(SHA256, ENTRIES);
    some.pages.pages.set(id, new Uint8Array());
    expect(await found(some, ENTRIES)).toEqual([{ page: id }]);
  });

  it.each([
    ['leaves a stream out', ENTRIES.slice(1)],
    ['has an event that is not the last', [someHead(SHA256, 'case-0', 1), ...ENTRIES]],
    ['has a stream that is none', [...ENTRIES, someHead(SHA256, 'case-none')]],
  ])('finds a map that %s', async (_, entries) => {
    const should = await mapOf(SHA256, entries);
    const [first, ...pages] = await found(await mapOf(SHA256, ENTRIES), entries);
    expect(first).toEqual({ map: should.map });
    expect(pages).toContainEqual({ page: '' });
  });

  it('finds a map that is said to have another root or number of streams', async () => {
    const { map, pages } = await mapOf(SHA256, ENTRIES);
    const others: readonly HeadsMap[] = [
      { ...map, streams: 119 },
      { ...map, root: flipped(map.root, 0) },
    ];
    for (const other of others) expect(await found({ map: other, pages }, ENTRIES)).toEqual([{ map }]);
  });
});
