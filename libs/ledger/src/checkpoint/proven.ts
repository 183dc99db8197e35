import { fromBase64, toBase64 } from '../bytes';
import { Malformed } from '../malformed';
import { parseNatural } from '../natural';
import { formatNote, parseNote, type SignedNote } from '../note/note';
import { parseCheckpoint } from './checkpoint';

/** A tree of 2^63 leaves has no longer proof. */
const LONGEST_PROOF = 63;

/** A number, a proof, and the signed checkpoint that the proof leads to. */
export interface Proven {
  readonly number: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: SignedNote;
}

/** The number after its word, the hashes in base64, each on a line, an empty line, the checkpoint. @throws Malformed */
export function formatProven(word: string, { number, proof, checkpoint }: Proven): string {
  if (proof.length > LONGEST_PROOF || proof.some(({ length }) => length !== 32)) throw new Malformed('proof');
  parseCheckpoint(checkpoint.text);
  const head = `${word} ${String(parseNatural(String(number)))}`;
  return [head, ...proof.map(toBase64), '', formatNote(checkpoint)].join('\n');
}

/** What `formatProven` wrote, if it did. @throws Malformed */
export function provenIn(word: string, text: string): Proven {
  const end = text.indexOf('\n\n');
  const [head = '', ...hashes] = text.slice(0, end).split('\n');
  return {
    number: parseNatural(head.slice(word.length + 1)),
    proof: hashes.map(fromBase64),
    checkpoint: parseNote(text.slice(end + 2)),
  };
}
