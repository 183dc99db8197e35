import {
  Malformed,
  parseAddCheckpoint,
  parseCheckpoint,
  textOf,
  type AddCheckpoint,
  type Checkpoint,
} from '@liuhen/ledger';

/** A checkpoint to be cosigned, read. */
export interface CosignRequest extends AddCheckpoint {
  readonly checkpoint: Checkpoint;
}

/** @param body of add-checkpoint (C2SP tlog-witness). @returns `undefined` if it is none */
export function parseCosignRequest(body: Uint8Array): CosignRequest | undefined {
  try {
    const request = parseAddCheckpoint(textOf(body));
    return { ...request, checkpoint: parseCheckpoint(request.note.text) };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
