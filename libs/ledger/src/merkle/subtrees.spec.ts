import { createHash, type Hash as RollingHash } from 'node:crypto';
import { toHex } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { LabTree } from '../testing/lab-tree';
import { leafHash } from './hash';

const LARGEST = 130;
const hash = nodeSuite.hash('sha256');

interface Subtree {
  readonly from: number;
  readonly to: number;
  readonly tree: LabTree;
}

/** Where a subtree may begin: at a multiple of the smallest power of two that is not less than its size. */
function mayBegin(from: number, size: number): boolean {
  let power = 1;
  while (power < size) power *= 2;
  return from % power === 0;
}

function* subtrees(): Generator<Subtree> {
  for (let to = 1; to <= LARGEST; to++)
    for (let from = 0; from < to; from++) {
      if (!mayBegin(from, to - from)) continue;
      const tree = new LabTree(hash);
      for (let entry = from; entry < to; entry++) tree.add(leafHash(hash, Uint8Array.of(entry)));
      yield { from, to, tree };
    }
}

async function rolled(tell: (subtree: Subtree, rolling: RollingHash) => Promise<unknown>): Promise<string> {
  const rolling = createHash('sha256');
  for (const subtree of subtrees()) await tell(subtree, rolling);
  return rolling.digest('hex');
}

const name = ({ from, to }: Subtree): string => `[${String(from)}, ${String(to)})`;

// draft-ietf-plants-merkle-tree-certs, Subtree Test Vectors: one hash over all that is computed of 130 one-byte entries.
describe('the subtrees of a tree of 130 leaves', () => {
  it('have the roots that everybody computes', async () => {
    const roots = rolled(async (subtree, rolling) =>
      rolling.update(`${name(subtree)} ${toHex(subtree.tree.root())}\n`),
    );
    expect(await roots).toBe('94a95384a8c69acea9b50d035a58285b3a777cb7a724005faa5e1f1e1190007f');
  });

  it('have the proofs that everybody computes', async () => {
    const proofs = rolled(async (subtree, rolling) => {
      const { from, to, tree } = subtree;
      for (let index = from; index < to; index++) {
        const proof = await tree.inclusion(index - from, to - from);
        rolling.update(`${[String(index), name(subtree), ...proof.map(toHex)].join(' ')}\n`);
      }
    });
    expect(await proofs).toBe('ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f');
  });
});
