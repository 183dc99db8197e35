import { canonical } from '../canonical';
import type { SignedNote } from '../note/note';
import { formatProven, provenIn } from './proven';

/** That a leaf is in a log: its place, the path to the root, and the signed checkpoint that states the root. */
export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: SignedNote;
}

const MAGIC = 'c2sp.org/tlog-proof@v1\n';
const WORD = 'index';

/** C2SP tlog-proof, version 1. @throws Malformed */
export const formatTlogProof = ({ index, proof, checkpoint }: TlogProof): string =>
  MAGIC + formatProven(WORD, { number: index, proof, checkpoint });

/** The `extra` line is refused: nobody answers for it. @throws Malformed */
export const parseTlogProof = canonical('proof', proofIn, formatTlogProof);

function proofIn(text: string): TlogProof {
  const { number, proof, checkpoint } = provenIn(WORD, text.slice(MAGIC.length));
  return { index: number, proof, checkpoint };
}
