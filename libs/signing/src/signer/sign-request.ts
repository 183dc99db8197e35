import {
  canonical,
  formatCheckpoint,
  fromBase64,
  Malformed,
  parseCheckpoint,
  parseNatural,
  toBase64,
  type Checkpoint,
} from '@liuhen/ledger';

/** A growth that the signer is to confirm. */
export interface Growth {
  readonly checkpoint: Checkpoint;
  /** Of the checkpoint that the signer signed last, as far as whoever asks knows. */
  readonly oldSize: number;
  /** That the tree of the checkpoint continues the one of `oldSize`. */
  readonly proof: readonly Uint8Array[];
}

/** As C2SP tlog-witness has the body of add-checkpoint, but that the checkpoint is not signed yet. @throws Malformed */
export function formatSignRequest({ checkpoint, oldSize, proof }: Growth): string {
  if (proof.some(({ length }) => length !== 32)) throw new Malformed('proof');
  return [`old ${String(oldSize)}`, ...proof.map(toBase64), '', formatCheckpoint(checkpoint)].join('\n');
}

/** @throws Malformed */
export const parseSignRequest = canonical('sign request', signRequestIn, formatSignRequest);

function signRequestIn(body: string): Growth {
  const end = body.indexOf('\n\n');
  const [old = '', ...proof] = body.slice(0, end).split('\n');
  return {
    checkpoint: parseCheckpoint(body.slice(end + 2)),
    oldSize: parseNatural(old.slice('old '.length)),
    proof: proof.map(fromBase64),
  };
}
