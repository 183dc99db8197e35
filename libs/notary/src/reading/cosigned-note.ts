import type { LogName, Sql } from '@liuhen/kernel';
import { formatNote, parseNote, type SignedNote } from '@liuhen/ledger';
import { cosignaturesOf, type SignedCheckpoint } from '../tables/checkpoint-table';

/** A checkpoint with the signatures that cosigners have given it so far. */
export async function cosignedNote(db: Sql, log: LogName, checkpoint: SignedCheckpoint): Promise<SignedNote> {
  const { text, signatures } = parseNote(checkpoint.note);
  const lines = (await cosignaturesOf(db, log, checkpoint)).map(({ line }) => line);
  if (lines.length === 0) return { text, signatures };
  return parseNote(formatNote({ text, signatures }) + lines.join(''));
}
