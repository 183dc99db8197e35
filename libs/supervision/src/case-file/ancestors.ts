import type { EventTypes, Message, Recorded } from '@liuhen/kernel';
import { caseEvents, caseStream, type CaseEvent, type CaseId } from '../case/case.events';

/** A case further up the family, with those of its events that the reader knows. */
export interface Ancestor<Event extends Message> {
  readonly caseId: CaseId;
  /** Empty if there is no such case here: the family is then incomplete. */
  readonly events: readonly (Event | CaseEvent)[];
}

/** Reads a stream; the store's tracking reader fits. */
type ReadStream = <Event extends Message>(
  stream: string,
  types: EventTypes<Event>,
) => Promise<readonly Recorded<Event>[]>;

/**
 * The cases that these came from, nearest first, each once: found along the links in the streams themselves and
 * never in a read model, so that it also holds while every projection stands still.
 */
export async function ancestorsOf<Event extends Message>(
  origins: readonly CaseId[],
  read: ReadStream,
  types: EventTypes<Event>,
): Promise<readonly Ancestor<Event>[]> {
  const found = new Map<CaseId, Ancestor<Event>>();
  const waiting = [...origins];
  for (let caseId = waiting.shift(); caseId !== undefined; caseId = waiting.shift()) {
    if (found.has(caseId)) continue;
    const events = await read(caseStream(caseId), withCaseEvents(types));
    found.set(caseId, { caseId, events });
    waiting.push(...originsIn(events));
  }
  return [...found.values()];
}

const withCaseEvents = <Event extends Message>(types: EventTypes<Event>) =>
  ({ ...caseEvents, ...types }) as EventTypes<Event | CaseEvent>;

const originsIn = (events: readonly Message[]): readonly CaseId[] =>
  events.flatMap((event) => (isCaseLinked(event) ? [event.data.origin] : []));

const isCaseLinked = (event: Message): event is Extract<CaseEvent, { type: 'CaseLinked' }> =>
  event.type === 'CaseLinked';
