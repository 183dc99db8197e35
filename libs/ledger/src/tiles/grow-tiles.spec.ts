import fc from 'fast-check';
import { concat, toHex } from '../bytes';
import { Malformed } from '../malformed';
import { EMPTY_FRONTIER, rootOf, rootOfFrontier } from '../merkle/frontier';
import { consistencyProof, inclusionProof } from '../merkle/proofs';
import { someLeaves } from '../merkle/testing/some-leaves';
import { verifyConsistency, verifyInclusion } from '../merkle/verify';
import { nodeSuite } from '../suites/node/node-suite';
import { edgeFromTiles, EMPTY_EDGE, growTiles, type GrownTiles } from './grow-tiles';
import { tilePath, tilesBetween, tilesOf } from './tile';
import { frontierFromTiles, nodesFromTiles, readTile, type TileSource } from './tile-source';

const hash = nodeSuite.hash('sha256');

/** Tiles as they are kept: a wider one in the place of a narrower. */
class Kept implements TileSource {
  readonly tiles = new Map<string, Uint8Array>();

  keep(grown: GrownTiles): GrownTiles {
    for (const { level, index, hashes } of grown.tiles)
      this.tiles.set(`${String(level)}/${String(index)}`, hashes);
    return grown;
  }

  readTile({ level, index, width }: { level: number; index: number; width: number }): Promise<Uint8Array> {
    return Promise.resolve(
      (this.tiles.get(`${String(level)}/${String(index)}`) ?? new Uint8Array()).subarray(0, 32 * width),
    );
  }
}

function grownBy(portions: readonly number[]) {
  const kept = new Kept();
  const leaves = someLeaves(
    hash,
    portions.reduce((sum, portion) => sum + portion, 0),
  );
  let grown: GrownTiles = { frontier: EMPTY_FRONTIER, edge: EMPTY_EDGE, tiles: [] };
  for (const portion of portions) {
    const { size } = grown.frontier;
    grown = kept.keep(growTiles(hash, grown, leaves.slice(size, size + portion)));
  }
  return { kept, leaves, grown };
}

describe('a tree that grows in tiles', () => {
  it('is the same in whatever portions the leaves come, and goes on from its tiles alone', async () => {
    const portions = fc.array(fc.nat(700), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(portions, async (some) => {
        const { kept, leaves, grown } = grownBy(some);
        const root = toHex(rootOf(hash, leaves));
        expect(toHex(rootOfFrontier(hash, grown.frontier))).toBe(root);
        expect([...kept.tiles]).toHaveLength(tilesOf(leaves.length).length);
        const frontier = await frontierFromTiles(hash, leaves.length, kept);
        expect(frontier).toEqual(grown.frontier);
        expect(await edgeFromTiles(leaves.length, kept)).toEqual(grown.edge);
      }),
      { numRuns: 40 },
    );
  });

  it('has leaves in the tiles of level 0, and the roots of 256 below in those above', () => {
    const { kept, leaves, grown } = grownBy([300, 65_536 - 300, 4_464]);
    const rootsOf = (width: number, from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) =>
        rootOf(hash, leaves.slice((from + at) * width, (from + at + 1) * width)),
      );
    expect(kept.tiles.get('0/1')).toEqual(concat(...leaves.slice(256, 512)));
    expect(kept.tiles.get('0/273')).toEqual(concat(...leaves.slice(69_888)));
    expect(kept.tiles.get('1/0')).toEqual(concat(...rootsOf(256, 0, 256)));
    expect(kept.tiles.get('1/1')).toEqual(concat(...rootsOf(256, 256, 273)));
    expect(kept.tiles.get('2/0')).toEqual(rootOf(hash, leaves.slice(0, 65_536)));
    expect(grown.edge).toEqual(
      new Map([
        [0, kept.tiles.get('0/273')],
        [1, kept.tiles.get('1/1')],
        [2, kept.tiles.get('2/0')],
      ]),
    );
  });

  it('writes the tiles that changed, and no others', () => {
    const written = (before: number, more: number) =>
      grownBy([before, more]).grown.tiles.map(tilePath).sort();
    for (const [before, more] of [
      [0, 0],
      [0, 1],
      [255, 1],
      [256, 0],
      [256, 1],
      [511, 600],
      [65_535, 1],
    ] as const)
      expect(written(before, more)).toEqual(
        tilesBetween(before, before + more)
          .map(tilePath)
          .sort(),
      );
  });

  it('does not grow from the edge of another tree', () => {
    const { grown, leaves } = grownBy([300]);
    const more = leaves.slice(0, 1);
    const shorter = new Map([[0, new Uint8Array(43 * 32)]]);
    expect(() => growTiles(hash, { ...grown, edge: EMPTY_EDGE }, more)).toThrow(RangeError);
    expect(() => growTiles(hash, { ...grown, edge: shorter }, more)).toThrow(RangeError);
  });

  it('proves leaves and growth from its tiles', async () => {
    const { kept, leaves } = grownBy([65_536 + 300]);
    const size = leaves.length;
    const nodes = nodesFromTiles(hash, size, kept);
    const root = rootOf(hash, leaves);
    for (const index of [0, 255, 256, 65_535, 65_536, size - 1]) {
      const proof = await inclusionProof(hash, index, size, nodes);
      const leaf = leaves[index] ?? new Uint8Array();
      expect(verifyInclusion(hash, { index, size, leaf, proof, root })).toBe(true);
    }
    for (const from of [1, 256, 65_536, size - 1]) {
      const proof = await consistencyProof(hash, from, size, nodes);
      const fromRoot = rootOf(hash, leaves.slice(0, from));
      expect(verifyConsistency(hash, { from, to: size, fromRoot, toRoot: root, proof })).toBe(true);
    }
  });

  it('reads each tile once', async () => {
    const { kept, leaves } = grownBy([70_000]);
    const read: string[] = [];
    const counting: TileSource = {
      readTile: (tile) => {
        read.push(tilePath(tile));
        return kept.readTile(tile);
      },
    };
    const nodes = nodesFromTiles(hash, leaves.length, counting);
    for (const index of [5, 6, 7]) await inclusionProof(hash, index, leaves.length, nodes);
    expect(new Set(read).size).toBe(read.length);
  });

  it('takes no tile that is narrower than it should be', async () => {
    const { kept } = grownBy([10]);
    await expect(readTile(kept, { level: 0, index: 0, width: 11 })).rejects.toThrow(Malformed);
    await expect(frontierFromTiles(hash, 11, kept)).rejects.toThrow(Malformed);
    await expect(edgeFromTiles(11, kept)).rejects.toThrow(Malformed);
  });
});
