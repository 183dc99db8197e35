import type { Reader } from '@liuhen/access';
import { LOG_NAMES, refuserOf, type RefusalTable, type StoredEvent } from '@liuhen/kernel';
import { formatTlogProof, inclusionProof } from '@liuhen/ledger';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cosignedNote } from '../reading/cosigned-note';
import { eventAt } from '../reading/event-at';
import { Ledgers, type LogLedger } from '../reading/ledgers';
import { LeafSight } from '../reading/leaf-sight';
import { lastCheckpoint } from '../tables/checkpoint-table';
import { readTree } from '../tables/tree-table';
import type { LedgerReceipt } from './receipt.views';

export const receiptRefusals = {
  'event-not-found': { text: '没有这个事件，或者您无权查阅' },
} satisfies RefusalTable;

const refuse = refuserOf(receiptRefusals);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The proof that an event is in its log; `undefined` as long as no signed checkpoint covers it. */
export class ShowReceipt extends Query<LedgerReceipt | undefined> {
  constructor(
    readonly event: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowReceipt)
export class ShowReceiptHandler implements IQueryHandler<ShowReceipt> {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly sight: LeafSight,
  ) {}

  /** @throws Refusal `event-not-found` */
  async execute({ event: id, reader }: ShowReceipt): Promise<LedgerReceipt | undefined> {
    if (!UUID.test(id)) throw refuse('event-not-found', 'eventId');
    const ledgers = LOG_NAMES.map((log) => this.ledgers.of(log));
    for (const ledger of ledgers) {
      const leaf = await ledger.numbering.leafOf(id);
      const event = leaf === undefined ? undefined : await eventAt(ledger, leaf);
      if (leaf === undefined || event === undefined) continue;
      if (!(await this.sight.mayRead(event, reader))) break;
      return receiptOf(ledger, leaf, event);
    }
    const behind = await Promise.all(
      ledgers.map((ledger) =>
        ledger.log === 'reading' ? isReadingUnderWay(ledger, id, reader) : isBehind(ledger),
      ),
    );
    if (behind.includes(true)) return undefined;
    throw refuse('event-not-found', 'eventId');
  }
}

/** Whether the log has events that the ledger has not taken in: one of them may be the one that is asked for. */
async function isBehind({ db, log, store }: LogLedger): Promise<boolean> {
  const tree = await readTree(db, log);
  return (await store.head()) !== tree?.position;
}

/** Events looked through at most. */
const MOST_BEHIND = 1_000;

/**
 * People read all the time: that the log of readings is behind says nothing of the event that is asked for. Whether it
 * is a reading of their own, whoever asks may know.
 */
async function isReadingUnderWay(
  { db, log, store }: LogLedger,
  id: string,
  { person }: Reader,
): Promise<boolean> {
  const tree = await readTree(db, log);
  const { events } = await store.readPage({ after: tree?.position, limit: MOST_BEHIND });
  return events.some(({ header }) => header.id === id && header.actor.person === person);
}

async function receiptOf(
  ledger: LogLedger,
  index: number,
  event: StoredEvent,
): Promise<LedgerReceipt | undefined> {
  const { db, log, hash, nodesOf } = ledger;
  const tree = await readTree(db, log);
  const checkpoint = tree && (await lastCheckpoint(db, log, tree.start));
  if (!checkpoint || checkpoint.size <= index) return undefined;
  const note = await cosignedNote(db, log, checkpoint);
  const proof = await inclusionProof(hash, index, checkpoint.size, nodesOf(checkpoint.size));
  return {
    event: event.header.id,
    log,
    index,
    leaf: event.leafHash,
    treeSize: checkpoint.size,
    cosigners: note.signatures.slice(1).map(({ name }) => name),
    proof: formatTlogProof({ index, proof, checkpoint: note }),
  };
}
