import { consistencyProof, type Bracket } from '@liuhen/ledger';
import { cosignedNote } from '../reading/cosigned-note';
import type { LogLedger } from '../reading/ledgers';
import { bracketsOf, type SignedCheckpoint } from '../tables/checkpoint-table';

/** The cosigned checkpoints between which leaves came into the log, other than the bundle's own. */
export async function bracketsAround(
  ledger: LogLedger,
  { start, size }: SignedCheckpoint,
  leaves: readonly number[],
): Promise<readonly Bracket[]> {
  const { db, log, hash, nodesOf } = ledger;
  const around = await bracketsOf(db, log, start, leaves);
  return Promise.all(
    around
      .filter((checkpoint) => checkpoint.size !== size)
      .map(async (checkpoint) => {
        const [from, to] = [Math.min(size, checkpoint.size), Math.max(size, checkpoint.size)];
        return {
          checkpoint: await cosignedNote(db, log, checkpoint),
          proof: await consistencyProof(hash, from, to, nodesOf(to)),
        };
      }),
  );
}
