import {
  headerText,
  leafHash,
  parseHeader,
  payloadData,
  seal,
  type EventHeader,
  type JsonObject,
  type SealedEvent,
} from '@liuhen/kernel';
import {
  EMPTY_MAP_ROOT,
  fromHex,
  nodeSuite,
  rootOf,
  toHex,
  updateHeads,
  type HeadEntry,
} from '@liuhen/ledger';
import { systemEntropy } from '@liuhen/platform';
import { ENDS_FITTED } from './deeds';
import type { LogCopy } from './log-copy';

/** An event as it is to have been. */
export interface Told {
  readonly header: EventHeader;
  readonly payloadText: string;
}

const HASH = nodeSuite.hash('sha256');
const NO_PAGES = { read: () => Promise.resolve(new Map<string, Uint8Array>()) };

/**
 * A log told anew by somebody who can compute: whatever follows from what was changed is made to fit, revisions, chains,
 * hashes, recorded heads, ends of streams. Of what lies in the log itself nothing is amiss then.
 *
 * @param change what an event is to have been; `undefined` if it is not to have been.
 */
export async function retell(
  copy: LogCopy,
  change: (event: Told, position: number) => Told | undefined,
): Promise<void> {
  const rows = await copy.query<{ readonly header: string; readonly payload: string }>(
    'select header, payload from events order by position',
  );
  const retelling = new Retelling();
  for (const [index, { header, payload }] of rows.entries())
    await retelling.go(change({ header: parseHeader(header), payloadText: payload }, index + 1));
  await copy.tamper('truncate events');
  await insertEvents(copy, 1, retelling.events);
  await copy.tamper(...ENDS_FITTED);
}

/** At these positions, as they are. */
export async function insertEvents(
  copy: LogCopy,
  first: number,
  events: readonly SealedEvent[],
): Promise<void> {
  for (const [index, { header, headerText: text, payloadText, leafHash: leaf }] of events.entries())
    await copy.query(
      `insert into events (position, rev, recorded_at, id, leaf, stream, type, header, payload)
       values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9)`,
      [
        ...[first + index, header.rev, header.recordedAt, header.id, leaf],
        ...[header.stream, header.type, text, payloadText],
      ],
    );
}

class Retelling {
  readonly events: SealedEvent[] = [];
  readonly #last = new Map<string, SealedEvent>();
  /** How large the tree has become that was so large before. */
  readonly #sizes: number[] = [0];

  async go(told: Told | undefined): Promise<void> {
    if (told) {
      const event = await this.#next(told);
      this.events.push(event);
      this.#last.set(event.header.stream, event);
    }
    this.#sizes.push(this.events.length);
  }

  async #next({ header: before, payloadText }: Told): Promise<SealedEvent> {
    const last = this.#last.get(before.stream);
    const header = { ...before, rev: (last?.header.rev ?? -1) + 1, prev: last?.leafHash ?? null };
    const derived = await this.#derived(before.type, payloadData(payloadText));
    if (derived) return seal('sha256', header, derived, () => systemEntropy.newSalt());
    const text = headerText(header);
    return { header, payloadText, headerText: text, leafHash: leafHash('sha256', text) };
  }

  /** What the ledger's own events say of the log before them. */
  async #derived(type: string, data: JsonObject): Promise<JsonObject | undefined> {
    if (type === 'LedgerRestarted') {
      const formerSize = this.#sizes[Number(data.formerSize)] ?? 0;
      return { ...data, formerSize, formerRoot: this.#rootOf(formerSize) };
    }
    if (type !== 'HeadsRecorded') return undefined;
    const treeSize = this.#sizes[Number(data.treeSize)] ?? 0;
    const map = await updateHeads(
      HASH,
      NO_PAGES,
      { root: EMPTY_MAP_ROOT, streams: 0 },
      this.#entries(treeSize),
    );
    const { root, streams } = map;
    return { treeSize, treeRoot: this.#rootOf(treeSize), mapRoot: toHex(root), streams };
  }

  #rootOf(size: number): string {
    return toHex(
      rootOf(
        HASH,
        this.#entries(size).map(({ leaf }) => leaf),
      ),
    );
  }

  #entries(size: number): readonly HeadEntry[] {
    return this.events
      .slice(0, size)
      .map(({ header: { stream, rev }, leafHash: leaf }) => ({ stream, rev, leaf: fromHex(leaf) }));
  }
}
