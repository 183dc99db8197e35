import { keyEvents, keyStream } from '@liuhen/courts';
import {
  fieldDigests,
  withholdFields,
  withPayload,
  type HashAlgorithm,
  type StoredEvent,
} from '@liuhen/kernel';
import type { BundleSigners } from '@liuhen/ledger';
import { cosignedNote } from '../reading/cosigned-note';
import type { LogLedger } from '../reading/ledgers';
import type { EvidenceCase } from './assemble';
import type { CoveringState } from './covering-state';
import { placedIn, shownEvent } from './placed';
import { provenHeads } from './proven-heads';

/** The persons whose own signatures a bundle of these cases shows. */
export const signersIn = (cases: readonly EvidenceCase[]): ReadonlySet<string> =>
  new Set(
    cases
      .flatMap(({ events, isHidden }) =>
        events.filter((event) => event.header.command.signature !== null && !isHidden(event)),
      )
      .map(({ header }) => header.actor.person),
  );

/** The streams of these persons' keys. */
export const keyEventsOf = async (
  { store }: LogLedger,
  persons: ReadonlySet<string>,
): Promise<readonly StoredEvent[]> =>
  (await Promise.all([...persons].map((person) => store.readStream(keyStream(person))))).flat();

/** Whose keys they are, and when, from one state of the administration's ledger. Of proposals, that there were some. */
export async function provenSigners(
  ledger: LogLedger,
  state: CoveringState,
  persons: ReadonlySet<string>,
): Promise<BundleSigners> {
  const place = placedIn(ledger, state.checkpoint.size);
  const events = await upTo(state.heads.size, ledger, await keyEventsOf(ledger, persons));
  return {
    checkpoint: await cosignedNote(ledger.db, ledger.log, state.checkpoint),
    heads: await provenHeads(ledger, state, [...persons].map(keyStream)),
    events: await Promise.all(
      events.map(async (event) =>
        shownEvent(withoutReasons(ledger.store.identity.hash, event), await place(event)),
      ),
    ),
  };
}

/** What was entered since the heads were recorded, they do not speak for. */
async function upTo(
  size: number,
  { numbering }: LogLedger,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  const leaves = await numbering.leavesOf(events);
  return events.filter((_, at) => (leaves[at] ?? Infinity) < size);
}

/** Of proposals and answers nothing is shown but who made them, and when. */
function withoutReasons(hash: HashAlgorithm, event: StoredEvent): StoredEvent {
  if (event.header.type in keyEvents) return event;
  const fields = new Set(fieldDigests(hash, event.payloadText).values());
  return withPayload(event, withholdFields(hash, event.payloadText, fields));
}
