import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64 } from '../bytes';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { verifyConsistency, verifyInclusion } from './verify';

interface Vector {
  readonly name: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}

interface InclusionVector extends Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
}

interface ConsistencyVector extends Vector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../testing/vectors', file), 'utf8'));

const inclusion = read('rfc6962-inclusion.json') as readonly InclusionVector[];
const consistency = read('rfc6962-consistency.json') as readonly ConsistencyVector[];

const bytes = (text: string | null): Uint8Array => fromBase64(text ?? '');
const hashes = ({ proof }: Vector): readonly Uint8Array[] => (proof ?? []).map(bytes);

const named = <Kind extends Vector>(vectors: readonly Kind[]) =>
  vectors.map((vector) => [vector.name, vector] as const);

describe.each([
  ['Node', nodeSuite],
  ['a browser', browserSuite],
])('the public vectors, in %s', (_, suite) => {
  const hash = suite.hash('sha256');

  it('are all there', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });

  it.each(named(inclusion))('%s', (__, vector) => {
    const { leafIdx: index, treeSize: size, leafHash, root, wantErr } = vector;
    const proven = { index, size, leaf: bytes(leafHash), root: bytes(root), proof: hashes(vector) };
    expect(verifyInclusion(hash, proven)).toBe(!wantErr);
  });

  it.each(named(consistency))('%s', (__, vector) => {
    const { size1: from, size2: to, root1, root2, wantErr } = vector;
    const growth = { from, to, fromRoot: bytes(root1), toRoot: bytes(root2), proof: hashes(vector) };
    expect(verifyConsistency(hash, growth)).toBe(!wantErr);
  });
});
