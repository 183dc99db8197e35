import type { LogName, Sql } from '@liuhen/kernel';
import { attest, Malformed, nodeSuite, parseNote, type Policy, type Witness } from '@liuhen/ledger';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

/** As text, for what was tampered with may be no number that can be computed with. */
interface Row {
  readonly start: string;
  readonly size: string;
  readonly cosigner: string;
  readonly signed_at: string;
  readonly line: string;
  /** The checkpoint; `null` if there is none. */
  readonly note: string | null;
}

/** Whether each is what it is filed as: one signature, of that cosigner, given then, under the checkpoint beside it. */
export async function* checkCosignatures(
  db: Sql,
  log: LogName,
  policy: Policy,
): AsyncGenerator<LedgerFinding> {
  for await (const row of stored(db, log))
    if (!isSound(policy, row))
      yield ledgerFinding(
        'cosignature-mismatch',
        `${row.size} 个事件，第 ${row.start} 次起算，${row.cosigner} ${row.signed_at}`,
      );
}

const PAGE = 1_000;

async function* stored(db: Sql, log: LogName): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (let read = PAGE; read === PAGE;) {
    const { rows } = await db.query<Row>(
      `select s.start::text, s.size::text, s.cosigner, s.signed_at::text, s.line, c.note
       from ledger.cosignatures s left join ledger.checkpoints c using (log, start, size)
       where log = $1 and ($2::integer is null
         or (s.start, s.size, s.cosigner, s.signed_at) > ($2::integer, $3::bigint, $4, $5::bigint))
       order by s.start, s.size, s.cosigner, s.signed_at limit ${String(PAGE)}`,
      [log, last?.start, last?.size, last?.cosigner, last?.signed_at],
    );
    yield* rows;
    last = rows.at(-1);
    read = rows.length;
  }
}

function isSound(policy: Policy, { cosigner, signed_at, line, note }: Row): boolean {
  try {
    const { text } = parseNote(note ?? '');
    const signed = parseNote(`${text}\n${line}`);
    const [signature, another] = signed.signatures;
    const isKnown = ({ name, key }: Witness) => name === cosigner || key.name === signature?.name;
    if (another !== undefined) return false;
    if (!policy.witnesses.some(isKnown)) return true;
    return attest(nodeSuite, policy, signed).times.get(cosigner) === Number(signed_at);
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}
