import type { LogName, Sql } from '@liuhen/kernel';

/** A checkpoint that the signer signed, and the start under whose origin. */
export interface SignedCheckpoint {
  readonly start: number;
  readonly size: number;
  /** The signed note, with the log's own signature only. */
  readonly note: string;
}

/** A cosigner's signature line under a checkpoint. */
export interface Cosignature {
  readonly start: number;
  readonly size: number;
  readonly cosigner: string;
  /** Seconds since the epoch, by the cosigner's clock. */
  readonly signedAt: number;
  readonly line: string;
}

interface CheckpointRow extends Omit<SignedCheckpoint, 'size'> {
  readonly size: string;
}

interface CosignatureRow extends Omit<Cosignature, 'size' | 'signedAt'> {
  readonly size: string;
  readonly signed_at: string;
}

const checkpointOf = (row: CheckpointRow): SignedCheckpoint => ({ ...row, size: Number(row.size) });

/** Of all starts, by size: of more than so many leaves, and no more than so many. */
export async function checkpointsBetween(
  db: Sql,
  log: LogName,
  after: number,
  upTo: number,
): Promise<readonly SignedCheckpoint[]> {
  const { rows } = await db.query<CheckpointRow>(
    `select start, size, note from ledger.checkpoints where log = $1 and size > $2 and size <= $3 order by size, start`,
    [log, after, upTo],
  );
  return rows.map(checkpointOf);
}

export async function lastCheckpoint(
  db: Sql,
  log: LogName,
  start: number,
): Promise<SignedCheckpoint | undefined> {
  const { rows } = await db.query<CheckpointRow>(
    `select start, size, note from ledger.checkpoints where log = $1 and start = $2 order by size desc limit 1`,
    [log, start],
  );
  return rows.map(checkpointOf)[0];
}

/** Of each leaf the last cosigned checkpoint that lacks it, and the first that has it; ascending, each once. */
export async function bracketsOf(
  db: Sql,
  log: LogName,
  start: number,
  leaves: readonly number[],
): Promise<readonly SignedCheckpoint[]> {
  const { rows } = await db.query<CheckpointRow>(
    `with cosigned as (
       select distinct size from ledger.cosignatures where log = $1 and start = $2
     ), sizes as (
       select (select max(size) from cosigned where size <= l.leaf) as size from unnest($3::bigint[]) as l (leaf)
       union
       select (select min(size) from cosigned where size > l.leaf) from unnest($3::bigint[]) as l (leaf)
     )
     select start, size, note from ledger.checkpoints join sizes using (size)
     where log = $1 and start = $2 order by size`,
    [log, start, leaves],
  );
  return rows.map(checkpointOf);
}

export async function writeCheckpoint(db: Sql, log: LogName, checkpoint: SignedCheckpoint): Promise<void> {
  const { start, size, note } = checkpoint;
  await db.query(
    'insert into ledger.checkpoints (log, start, size, note) values ($1, $2, $3, $4) on conflict do nothing',
    [log, start, size, note],
  );
}

/** Of each cosigner the last signature under a checkpoint. */
export async function cosignaturesOf(
  db: Sql,
  log: LogName,
  { start, size }: Pick<SignedCheckpoint, 'start' | 'size'>,
): Promise<readonly Cosignature[]> {
  const { rows } = await db.query<CosignatureRow>(
    `select distinct on (cosigner) start, size, cosigner, signed_at, line from ledger.cosignatures
     where log = $1 and start = $2 and size = $3 order by cosigner, signed_at desc`,
    [log, start, size],
  );
  return rows.map(({ signed_at, ...row }) => ({
    ...row,
    size: Number(row.size),
    signedAt: Number(signed_at),
  }));
}

/** The size that a cosigner signed last, as far as the notary has heard; 0 before the first. */
export async function lastCosigned(db: Sql, log: LogName, start: number, cosigner: string): Promise<number> {
  const { rows } = await db.query<{ readonly size: string }>(
    `select size from ledger.cosignatures where log = $1 and start = $2 and cosigner = $3
     order by size desc limit 1`,
    [log, start, cosigner],
  );
  return Number(rows[0]?.size ?? 0);
}

export async function writeCosignature(db: Sql, log: LogName, cosignature: Cosignature): Promise<void> {
  const { start, size, cosigner, signedAt, line } = cosignature;
  await db.query(
    `insert into ledger.cosignatures (log, start, size, cosigner, signed_at, line)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [log, start, size, cosigner, signedAt, line],
  );
}
