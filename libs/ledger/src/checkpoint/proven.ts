import { fromBase64, toBase64 } from '../bytes';
import { Malformed } from '../malformed';

/** A tree of 2^63 leaves has no longer proof. */
const LONGEST_PROOF = 63;

/** A head line and a proof, a hash on each line in base64, then an empty line and what the proof is about. */
export interface Proven {
  readonly head: string;
  readonly proof: readonly Uint8Array[];
  readonly about: string;
}

/** @throws Malformed */
export function formatProven({ head, proof, about }: Proven): string {
  if (proof.length > LONGEST_PROOF || proof.some(({ length }) => length !== 32)) throw new Malformed('proof');
  return [head, ...proof.map(toBase64), '', about].join('\n');
}

/** @throws Malformed */
export function provenIn(text: string): Proven {
  const end = text.indexOf('\n\n');
  const [head = '', ...hashes] = text.slice(0, end).split('\n');
  return { head, proof: hashes.map(fromBase64), about: text.slice(end + 2) };
}
