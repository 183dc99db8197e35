import { basisText, decodeAll, type EventTypes, type StoredEvent } from '@liuhen/kernel';
import { redactionEvents, type PayloadRedacted } from '@liuhen/supervision';

const REDACTIONS: EventTypes<PayloadRedacted> = { PayloadRedacted: redactionEvents.PayloadRedacted };

/**
 * 依法遮蔽: what was taken away of events and on which basis, by their ids, to be said wherever they are told; at any
 * moment that is asked for, for the content is not there for any.
 *
 * @param events of the same streams.
 */
export function redactionNotes(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { data } of decodeAll(REDACTIONS, events)) {
    const note = `【${data.titles.join('、')}已依法遮蔽，依据：${basisText(data.legalBasis)}】`;
    notes.set(data.event, `${notes.get(data.event) ?? ''}${note}`);
  }
  return notes;
}
