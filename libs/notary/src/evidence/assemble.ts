import type { Reader } from '@liuhen/access';
import type { Digest, Instant, MaskedFields, StoredEvent } from '@liuhen/kernel';
import {
  fromHex,
  originOfStart,
  RESTARTS_STREAM,
  streamOfCase,
  writeBundle,
  type BundleCase,
  type BundleEvent,
  type BundleSigners,
  type Manifest,
} from '@liuhen/ledger';
import type { CaseId } from '@liuhen/supervision';
import { cosignedNote } from '../reading/cosigned-note';
import type { LogLedger } from '../reading/ledgers';
import { bracketsAround } from './brackets';
import type { CoveringState } from './covering-state';
import { placedIn, shownEvent, type Place } from './placed';
import { provenHeads } from './proven-heads';

/** A case of the bundle, as far as the reader may see it; without events it is proved not to exist. */
export interface EvidenceCase {
  readonly caseId: CaseId;
  readonly events: readonly StoredEvent[];
  readonly isHidden: (event: StoredEvent) => boolean;
  /** What was taken out of which event, by its id. */
  readonly masked: ReadonlyMap<string, MaskedFields>;
}

/** What goes into a bundle, and who asked for it. */
export interface EvidenceOrder {
  readonly cases: readonly EvidenceCase[];
  /** Cases of the same dispute that are not in it. */
  readonly named: readonly CaseId[];
  readonly purpose: string;
  readonly reader: Reader;
  /** The registrations of the keys of those who signed. */
  readonly signers: BundleSigners | null;
  readonly exportedAt: Instant;
}

/** The bundle, from one state of the ledger. */
export async function assemble(
  ledger: LogLedger,
  state: CoveringState,
  order: EvidenceOrder,
): Promise<Uint8Array> {
  const place = placedIn(ledger, state.checkpoint.size);
  const events: BundleEvent[] = [];
  for (const one of order.cases) events.push(...(await eventsOf(one, place)));
  const bundle = {
    manifest: manifestOf(ledger, state, order),
    events,
    checkpoint: await cosignedNote(ledger.db, ledger.log, state.checkpoint),
    brackets: await bracketsAround(
      ledger,
      state.checkpoint,
      events.map(({ index }) => index),
    ),
    heads: await provenHeads(ledger, state, [
      ...order.cases.map(({ caseId }) => streamOfCase(caseId)),
      RESTARTS_STREAM,
    ]),
    starts: await startsIn(ledger, place, state.checkpoint.size),
    withheld: withheldIn(order.cases),
    signers: order.signers,
  };
  return writeBundle(bundle, ledger.hash);
}

async function eventsOf({ events, isHidden }: EvidenceCase, place: Place): Promise<readonly BundleEvent[]> {
  const placed: BundleEvent[] = [];
  for (const event of events) {
    const at = await place(event);
    placed.push(isHidden(event) ? { ...at, leaf: fromHex(event.leafHash) } : shownEvent(event, at));
  }
  return placed;
}

/** The digests of what was taken out of the events that are shown, by their ids. */
const withheldIn = (cases: readonly EvidenceCase[]): ReadonlyMap<string, readonly Digest[]> =>
  new Map(
    cases.flatMap(({ events, isHidden, masked }) =>
      events.flatMap((event) => {
        const fields = isHidden(event) ? undefined : masked.get(event.header.id);
        return fields ? [[event.header.id, fields.digests] as const] : [];
      }),
    ),
  );

/** One that was declared just now is not in the tree yet. */
async function startsIn({ store, numbering }: LogLedger, place: Place, size: number) {
  const starts = await store.readStream(RESTARTS_STREAM);
  const leaves = await numbering.leavesOf(starts);
  const told = starts.filter((_, at) => (leaves[at] ?? Infinity) < size);
  return Promise.all(told.map(async (event) => shownEvent(event, await place(event))));
}

function manifestOf(
  { store }: LogLedger,
  { checkpoint }: CoveringState,
  { cases, named, purpose, reader, exportedAt }: EvidenceOrder,
): Manifest {
  const { origin, hash } = store.identity;
  const { person, post, court } = reader;
  return {
    origin: originOfStart(origin, checkpoint.start),
    log: origin,
    hash,
    treeSize: checkpoint.size,
    exportedAt,
    exportedBy: { person, post, court },
    purpose,
    cases: [...cases.map(caseIn), ...named.map((caseId) => caseEntry(caseId, 'withheld', 0))],
  };
}

const caseIn = ({ caseId, events }: EvidenceCase): BundleCase =>
  caseEntry(caseId, events.length === 0 ? 'absent' : 'included', events.length);

const caseEntry = (caseId: CaseId, state: BundleCase['state'], events: number): BundleCase => ({
  case: caseId,
  stream: streamOfCase(caseId),
  state,
  events,
});
