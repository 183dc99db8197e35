import {
  canonicalJson,
  epochMsOf,
  type Actor,
  type Decider,
  type Decision,
  type Instant,
  type JsonObject,
  type Message,
} from '@liuhen/kernel';
import {
  readingTraceEvents,
  type CommandRefused,
  type ReadingDenied,
  type ReadingTraceEvent,
  type RecordsRead,
} from './reading-trace.events';

export type ReadingTraceCommand =
  | Message<'RecordReading', RecordsRead['data']>
  | Message<'RecordDenial', ReadingDenied['data']>
  | Message<'RecordRefusal', CommandRefused['data']>;

export interface ReadingTraceFacts {
  /** A reading that is said again within so many minutes is the same one. */
  readonly repeatMinutes: number;
}

/** When each different reading of the day was last recorded. */
export type ReadingsOfDay = ReadonlyMap<string, Instant>;

const MINUTE_MS = 60_000;

/** Who read what. Decides nothing where a record that says the very same is fresh. */
export const readingTraceDecider: Decider<
  ReadingsOfDay,
  ReadingTraceCommand,
  ReadingTraceEvent,
  ReadingTraceFacts
> = {
  events: readingTraceEvents,
  initial: new Map(),

  decide(command, readings, act, { repeatMinutes }) {
    switch (command.type) {
      case 'RecordReading': {
        const before = readings.get(sameness(command.data, act.actor));
        const isFresh =
          before !== undefined && epochMsOf(act.at) - epochMsOf(before) < repeatMinutes * MINUTE_MS;
        return isFresh && isRepeatable(command.data)
          ? []
          : isolated({ type: 'RecordsRead', data: command.data });
      }
      case 'RecordDenial':
        return isolated({ type: 'ReadingDenied', data: command.data });
      case 'RecordRefusal':
        return isolated({ type: 'CommandRefused', data: command.data });
    }
  },

  evolve(readings, event, { actor, recordedAt }) {
    if (event.type !== 'RecordsRead' || !isRepeatable(event.data)) return readings;
    return new Map(readings).set(sameness(event.data, actor), recordedAt);
  },
};

/** Nobody learns of it from the feed or by its id. */
const isolated = (event: ReadingTraceEvent): Decision<ReadingTraceEvent> => [
  { ...event, secrecy: 'isolated' },
];

/** What leaves the system is counted each time. */
const isRepeatable = ({ kind }: RecordsRead['data']): boolean => kind === 'view' || kind === 'search';

/** All that a record would say, but for the moment. */
const sameness = (data: RecordsRead['data'], { post, delegation }: Actor): string =>
  canonicalJson({ post, delegation, data: data as unknown as JsonObject });
