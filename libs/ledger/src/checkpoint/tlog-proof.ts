import { canonical } from '../canonical';
import { parseNatural } from '../natural';
import { formatNote, parseNote, type SignedNote } from '../note/note';
import { formatProven, provenIn } from './proven';

/** That a leaf is in a log: its place, the path to the root, and the signed checkpoint that states the root. */
export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: SignedNote;
}

const MAGIC = 'c2sp.org/tlog-proof@v1\n';

/** C2SP tlog-proof, version 1. @throws Malformed */
export const formatTlogProof = ({ index, proof, checkpoint }: TlogProof): string =>
  MAGIC + formatProven({ head: `index ${String(index)}`, proof, about: formatNote(checkpoint) });

/** The `extra` line is refused: nobody answers for it. @throws Malformed */
export const parseTlogProof = canonical('proof', proofIn, formatTlogProof);

function proofIn(text: string): TlogProof {
  const { head, proof, about } = provenIn(text.slice(MAGIC.length));
  return { index: parseNatural(head.slice('index '.length)), proof, checkpoint: parseNote(about) };
}
