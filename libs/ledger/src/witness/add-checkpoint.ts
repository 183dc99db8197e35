import { canonical } from '../canonical';
import { formatProven, provenIn } from '../checkpoint/proven';
import type { SignedNote } from '../note/note';

/** A checkpoint that a cosigner is to sign, and the proof that it continues the one it signed last. */
export interface AddCheckpoint {
  /** Of the checkpoint that it signed last, as far as the log knows; 0 if none. */
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: SignedNote;
}

const WORD = 'old';

/** Body of `add-checkpoint` in C2SP tlog-witness. @throws Malformed */
export const formatAddCheckpoint = ({ oldSize, proof, note }: AddCheckpoint): string =>
  formatProven(WORD, { number: oldSize, proof, checkpoint: note });

/** @throws Malformed */
export const parseAddCheckpoint = canonical('add-checkpoint', addCheckpointIn, formatAddCheckpoint);

function addCheckpointIn(body: string): AddCheckpoint {
  const { number, proof, checkpoint } = provenIn(WORD, body);
  return { oldSize: number, proof, note: checkpoint };
}
