import { nodeSuite } from '../suites/node/node-suite';
import { consistencyProof, inclusionProof } from './proofs';

const hash = nodeSuite.hash('sha256');

describe('a proof', () => {
  const none = () => Promise.reject(new Error('nothing is read'));

  it.each([
    ['of no leaf', () => inclusionProof(hash, -1, 1, none)],
    ['of a leaf beyond the tree', () => inclusionProof(hash, 1, 1, none)],
    ['of no number', () => inclusionProof(hash, Number.NaN, 1, none)],
    ['of growth from less than nothing', () => consistencyProof(hash, -1, 1, none)],
    ['of a tree that shrinks', () => consistencyProof(hash, 2, 1, none)],
  ])('%s is not asked for', async (_, prove) => {
    await expect(prove()).rejects.toThrow(RangeError);
  });

  it('asks for one node after the other', async () => {
    let open = 0;
    const busiest: number[] = [];
    const readNode = async (): Promise<Uint8Array> => {
      busiest.push(++open);
      await Promise.resolve();
      open--;
      return new Uint8Array(32);
    };
    expect(await inclusionProof(hash, 5, 1_000_003, readNode)).toHaveLength(20);
    expect(new Set(busiest)).toEqual(new Set([1]));
  });
});
