import { fromHex, toHex } from '../bytes';
import type { HeadEntry } from '../heads/heads-map';
import { rootOf } from '../merkle/frontier';
import { nodeSuite } from '../suites/node/node-suite';
import { advanceHeads, headsFault, NO_HEADS } from './heads-replay';

const hash = nodeSuite.hash('sha256');
const entries = Array.from({ length: 9 }, (_, index): HeadEntry => ({
  stream: `case-${String(index % 3)}`,
  rev: Math.floor(index / 3),
  leaf: fromHex(String(index).repeat(64)),
}));

/** In portions of so many. */
async function heads(portion: number) {
  const kept = new Map<string, Uint8Array>();
  const pages = {
    read: (ids: readonly string[]) => Promise.resolve(new Map([...kept].filter(([id]) => ids.includes(id)))),
  };
  let replayed = NO_HEADS;
  for (let first = 0; first < entries.length; first += portion) {
    const { pages: changed, ...next } = await advanceHeads(
      hash,
      pages,
      replayed,
      entries.slice(first, first + portion),
    );
    for (const [id, page] of changed) kept.set(id, page);
    replayed = next;
  }
  return replayed;
}

describe('replaying heads', () => {
  it('comes to the same in whatever portions', async () => {
    const whole = await heads(9);
    expect(whole).toMatchObject({ streams: 3, frontier: { size: 9 } });
    for (const portion of [1, 2, 4]) expect(await heads(portion)).toEqual(whole);
  });

  it('finds what an event tells otherwise', async () => {
    const replayed = await heads(9);
    const leaves = entries.map(({ leaf }) => leaf);
    const told = {
      treeSize: 9,
      treeRoot: toHex(rootOf(hash, leaves)),
      mapRoot: toHex(replayed.root),
      streams: 3,
    };
    expect(headsFault(hash, replayed, told)).toBeUndefined();
    expect(headsFault(hash, replayed, { ...told, treeRoot: told.mapRoot })).toBe('heads-of-wrong-tree');
    expect(headsFault(hash, replayed, { ...told, mapRoot: told.treeRoot })).toBe('heads-wrong');
    expect(headsFault(hash, replayed, { ...told, streams: 4 })).toBe('heads-wrong');
  });
});
