import type { CalendarDate } from '@liuhen/kernel';
import { covers, valueOn, withPeriod, type Timeline, type Validity } from '../timeline';
import type { Court, CourtKind, CourtLevel } from './court';
import type { CourtEvent } from './court.events';

/** All that is known of one court, at all times. */
export interface CourtRecord {
  readonly level: CourtLevel;
  readonly kind: CourtKind;
  readonly established: CalendarDate | null;
  readonly abolished: CalendarDate | null;
  readonly codes: Timeline<string>;
  readonly names: Timeline<string>;
  /** Ids of courts, or codes of courts that are not entered here. */
  readonly appealTo: Timeline<string>;
  readonly administrativeSuperior: Timeline<string>;
}

/** The record after an event; events on a court that was never established are passed over. */
export function evolveCourt(record: CourtRecord | undefined, event: CourtEvent): CourtRecord | undefined {
  if (event.type === 'CourtEstablished') return newRecord(event.data);
  if (!record) return undefined;
  switch (event.type) {
    case 'CourtRenamed':
      return {
        ...record,
        names: withPeriod(record.names, { ...spanOf(event.data), value: event.data.name }),
      };
    case 'CourtCodeAssigned':
      return {
        ...record,
        codes: withPeriod(record.codes, { ...spanOf(event.data), value: event.data.code }),
      };
    case 'AppealRouteSet':
      return { ...record, appealTo: withPeriod(record.appealTo, routeOf(event.data)) };
    case 'AdministrativeSuperiorSet':
      return {
        ...record,
        administrativeSuperior: withPeriod(record.administrativeSuperior, routeOf(event.data)),
      };
    case 'CourtAbolished':
      return { ...record, abolished: event.data.on };
  }
}

type Established = Extract<CourtEvent, { type: 'CourtEstablished' }>['data'];

const newRecord = ({ code, name, level, kind, from }: Established): CourtRecord => ({
  level,
  kind,
  established: from,
  abolished: null,
  codes: [{ value: code, from, until: null }],
  names: [{ value: name, from, until: null }],
  appealTo: [],
  administrativeSuperior: [],
});

const spanOf = ({ from, until }: Validity): Validity => ({ from, until });

const routeOf = ({ to, ...dates }: Validity & { to: string }) => ({ ...spanOf(dates), value: to });

const existsOn = ({ established, abolished }: CourtRecord, on: CalendarDate): boolean =>
  covers({ from: established, until: abolished }, on);

/** The court as it was on a day, if it existed and had a code then. */
export function courtOn(id: string, record: CourtRecord, on: CalendarDate): Court | undefined {
  const code = valueOn(record.codes, on);
  const name = valueOn(record.names, on);
  if (!existsOn(record, on) || code === undefined || name === undefined) return undefined;
  const { level, kind, established, abolished } = record;
  return {
    id,
    code,
    name,
    level,
    kind,
    ...(established === null ? {} : { validFrom: established }),
    ...(abolished === null ? {} : { validTo: abolished }),
  };
}
