import { canonical } from '../canonical';
import { formatProven, provenIn } from '../checkpoint/proven';
import { parseNatural } from '../natural';
import { formatNote, parseNote, type SignedNote } from '../note/note';

/** A checkpoint that a cosigner is to sign, and the proof that it continues the one it signed last. */
export interface AddCheckpoint {
  /** Of the checkpoint that it signed last, as far as the log knows; 0 if none. */
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: SignedNote;
}

/** Body of `add-checkpoint` in C2SP tlog-witness. @throws Malformed */
export const formatAddCheckpoint = ({ oldSize, proof, note }: AddCheckpoint): string =>
  formatProven({ head: `old ${String(oldSize)}`, proof, about: formatNote(note) });

/** @throws Malformed */
export const parseAddCheckpoint = canonical('add-checkpoint', addCheckpointIn, formatAddCheckpoint);

function addCheckpointIn(body: string): AddCheckpoint {
  const { head, proof, about } = provenIn(body);
  return { oldSize: parseNatural(head.slice('old '.length)), proof, note: parseNote(about) };
}
