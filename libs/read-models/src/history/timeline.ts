import { occurredOn, type CalendarDate, type StoredEvent } from '@liuhen/kernel';

/**
 * The events of a family in the order in which they happened. One of unknown time stands where it was recorded:
 * after what was recorded just before it. Within a case the order of its stream is never changed.
 *
 * @param events in the order of the log.
 */
export function inOrderOfHappening(events: readonly StoredEvent[]): readonly StoredEvent[] {
  let latest: CalendarDate = '';
  const latestInStream = new Map<string, CalendarDate>();
  const dated = events.map((event, index) => {
    const { stream, occurredAt } = event.header;
    const day = occurredOn(occurredAt) ?? latest;
    const place = later(day, latestInStream.get(stream));
    latestInStream.set(stream, place);
    latest = place;
    return { event, place, index };
  });
  return dated
    .sort((a, b) => (a.place === b.place ? a.index - b.index : a.place < b.place ? -1 : 1))
    .map(({ event }) => event);
}

const later = (day: CalendarDate, other: CalendarDate | undefined): CalendarDate =>
  other !== undefined && other > day ? other : day;
