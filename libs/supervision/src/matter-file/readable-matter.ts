import type { Policies, Reader } from '@liuhen/access';
import type { EventStore } from '@liuhen/event-store';
import { decodeAll, type DutyHolder, type StoredEvent } from '@liuhen/kernel';
import { dutyWarningEvents } from '../duty-warning/duty-warning.events';
import { evolveMatter } from '../matter-rules/evolve-matter';
import type { Matter, MatterState } from '../matter-rules/matter';
import { matterEvents } from '../matter-rules/matter-events';
import { refuse } from '../matter-rules/matter-rules.refusals';
import { eventsShownToTargets } from '../matter-rules/sight';
import { matterStream, type MatterId } from '../supervision-matter/supervision-matter.events';
import { matterFileOf } from './matter-file-of';

/** A matter as far as a reader may know it. */
export interface ReadableMatter {
  readonly events: readonly StoredEvent[];
  readonly matter: Matter;
  /** Whether the reader is of the issuing side. */
  readonly within: boolean;
  /** Whether an event is kept from the reader, who is not of the issuing side. */
  readonly isHidden: (event: StoredEvent) => boolean;
}

/** @throws Refusal `matter-not-found`, whether it does not exist or may not be read */
export async function readableMatter(
  store: EventStore,
  policies: Policies,
  id: MatterId,
  reader: Reader,
): Promise<ReadableMatter> {
  const found = readableIn(await store.readStream(matterStream(id)), policies, reader);
  if (!found) throw refuse('matter-not-found', 'matter');
  return found;
}

/** `undefined` where the stream is no matter that the reader may know of. */
export function readableIn(
  events: readonly StoredEvent[],
  policies: Policies,
  reader: Reader,
): ReadableMatter | undefined {
  const decoded = decodeAll(matterEvents, events);
  const matter = decoded.reduce<MatterState>((state, event) => evolveMatter(state, event, event.header), {
    status: 'none',
  });
  if (matter.status === 'none') return undefined;
  const file = matterFileOf(matter);
  if (!policies.mayReadMatter(file, reader)) return undefined;
  if (policies.mayReadMatterWithin(file, reader))
    return { events, matter, within: true, isHidden: () => false };
  const history = decodeAll({ ...matterEvents, ...dutyWarningEvents }, events);
  const shown = eventsShownToTargets(history, addressedTo(reader, policies.codesOf(reader.court), matter));
  return { events, matter, within: false, isHidden: ({ header }) => !shown.has(header.id) };
}

/** Whether a warning is for the reader's side: for their court, and within the issuing court for their post. */
const addressedTo =
  ({ post }: Pick<Reader, 'post'>, codes: readonly string[], { issuer }: Pick<Matter, 'issuer'>) =>
  (addressee: DutyHolder): boolean =>
    codes.includes(issuer.court) ? addressee.post === post : codes.includes(addressee.court);
