import type { StoredEvent } from '@liuhen/kernel';
import { LazyEvent } from '../../../lazy-event';

/** The event, but for what is changed in it. */
export function changed(event: StoredEvent, changes: Partial<Omit<StoredEvent, 'header'>>): StoredEvent {
  const { position, leafHash, headerText, payloadText } = { ...event, ...changes };
  return new LazyEvent(position, leafHash, headerText, payloadText);
}
