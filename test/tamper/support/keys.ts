import { formatCheckpoint, formatNote, formatSignature, signNote } from '@liuhen/ledger';
import { openCosignerKey } from '@liuhen/signing';
import { readTree, type Tree } from '../../../libs/notary/src/tables/tree-table';
import { openLogs, type SignedLog } from '../../../libs/signing/src/signer/signer-directory';
import type { Cosigner, GoldenLog } from './golden-log';
import type { LogCopy } from './log-copy';

/** The log as its signer has it, in its present start. */
export function signedLog({ signerDirectory }: GoldenLog): SignedLog {
  const [log] = openLogs(signerDirectory);
  if (!log) throw new Error('no log');
  return log;
}

export async function treeOf({ operator }: LogCopy): Promise<Tree> {
  const tree = await readTree(operator, 'business');
  if (!tree) throw new Error('no tree');
  return tree;
}

/** Signs the tree of a copy with the key of the log, and with those of some cosigners. */
export async function signWithStolenKeys(
  copy: LogCopy,
  golden: GoldenLog,
  ...cosigners: readonly Cosigner[]
): Promise<void> {
  const { key, signer } = signedLog(golden);
  const { size, root, start } = await treeOf(copy);
  const text = formatCheckpoint({ origin: key.name, size, root });
  const note = formatNote({ text, signatures: [await signNote(text, key, signer)] });
  await copy.query(
    `insert into ledger.checkpoints (log, start, size, note) values ('business', $1, $2, $3)`,
    [...[start, size, note]],
  );
  const now = Math.floor(Date.now() / 1_000);
  for (const name of cosigners) {
    const stolen = openCosignerKey(golden.cosignerDirectory(name));
    const line = formatSignature(await signNote(text, stolen.key, stolen.signer, now));
    await copy.query(
      `insert into ledger.cosignatures (log, start, size, cosigner, signed_at, line)
       values ('business', $1, $2, $3, $4, $5)`,
      [start, size, name, now, line],
    );
  }
}
