import { isCalendarDate, startOfChinaDay, type Instant, type StoredEvent } from '@liuhen/kernel';
import { parseCaseNumber } from '@liuhen/courts';
import { after, type Moment } from '../moment';

/** Which of the two times of an event a question is about. */
export interface Cut {
  /** What was known: by recordedAt. */
  readonly asOf?: Moment | undefined;
  /** What had happened: by occurredAt. */
  readonly until?: Moment | undefined;
}

const wasKnown = ({ header }: StoredEvent, asOf: Moment | undefined): boolean =>
  asOf === undefined || header.recordedAt < after(asOf);

/** What happened on a day, no matter when, counts from the day's beginning. */
const startOf = (moment: Moment): Instant => (isCalendarDate(moment) ? startOfChinaDay(moment) : moment);

const isUpTo = (occurredAt: Moment, until: Moment): boolean => startOf(occurredAt) < after(until);

/** What a cut leaves of one case. */
export interface CutStream {
  readonly events: readonly StoredEvent[];
  /** How many events of unknown time cannot be said to have happened or not. */
  readonly notPlaced: number;
}

/**
 * Cuts one case's stream. An event of unknown time had happened if something later in the stream had, and a
 * registration if the year in the case number (收案年度, 法〔2015〕137号) was over. It had not if that year was yet to
 * come. Where neither tells, it is left out and counted.
 */
export function cutStream(stream: readonly StoredEvent[], { asOf, until }: Cut): CutStream {
  const known = stream.filter((event) => wasKnown(event, asOf));
  if (until === undefined) return { events: known, notPlaced: 0 };
  const placed = known.map((event, index) => ({
    event,
    happened: hadHappenedBy(until, event, known.slice(index + 1)),
  }));
  return {
    events: placed.filter(({ happened }) => happened === true).map(({ event }) => event),
    notPlaced: placed.filter(({ happened }) => happened === undefined).length,
  };
}

/** `undefined` where it cannot be said. */
function hadHappenedBy(
  until: Moment,
  event: StoredEvent,
  later: readonly StoredEvent[],
): boolean | undefined {
  const { occurredAt } = event.header;
  if (occurredAt !== null) return isUpTo(occurredAt, until);
  if (later.some(({ header }) => header.occurredAt !== null && isUpTo(header.occurredAt, until))) return true;
  const year = yearOf(event);
  if (year === undefined) return undefined;
  if (!isUpTo(`${year}-01-01`, until)) return false;
  return isRegistration(event) && isUpTo(`${year}-12-31`, until) ? true : undefined;
}

/** A case's stream begins with its registration; links given with it have the same time. */
const isRegistration = ({ header }: StoredEvent): boolean => header.rev === 0 || header.type === 'CaseLinked';

function yearOf({ header }: StoredEvent): string | undefined {
  const parsed = parseCaseNumber(header.case ?? '');
  return parsed.ok ? String(parsed.caseNumber.year) : undefined;
}
