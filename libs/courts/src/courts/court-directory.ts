import type { CalendarDate, EventHeader } from '@liuhen/kernel';
import { covers, overlaps, valueOn } from '../timeline';
import type { Court } from './court';
import { courtOfCode } from './court-code';
import { courtOn, evolveCourt, type CourtRecord } from './court-record';
import { courtIdOfStream, type CourtEvent } from './court.events';

/** 法院目录: the courts entered here, by id, folded from their events. Courts elsewhere are known by their codes alone. */
export type CourtDirectory = ReadonlyMap<string, CourtRecord>;

export const emptyCourtDirectory: CourtDirectory = new Map();

/** The directory after an event of any court's stream. */
export function withCourtEvent(
  directory: CourtDirectory,
  event: CourtEvent & { readonly header: Pick<EventHeader, 'stream'> },
): CourtDirectory {
  const id = courtIdOfStream(event.header.stream);
  if (id === undefined) return directory;
  const record = evolveCourt(directory.get(id), event);
  return record ? new Map(directory).set(id, record) : directory;
}

/** The court with the id, as it was on the day. */
export function courtWithId(directory: CourtDirectory, id: string, on: CalendarDate): Court | undefined {
  const record = directory.get(id);
  return record && courtOn(id, record, on);
}

/** The court that had the code on the day. */
export function courtAt(directory: CourtDirectory, code: string, on: CalendarDate): Court | undefined {
  for (const [id, record] of directory) {
    const court = courtOn(id, record, on);
    if (court?.code === code) return court;
  }
  return undefined;
}

/** The court that numbered cases under the code in the year: the one of a case number, also of before a re-coding. */
export function courtNumbering(directory: CourtDirectory, code: string, year: number): Court | undefined {
  const span = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  for (const [id, record] of directory) {
    const period = record.codes.find((codes) => codes.value === code && overlaps(codes, span));
    if (!period) continue;
    const day = period.from !== null && period.from > span.from ? period.from : span.from;
    return courtOn(id, record, day);
  }
  return undefined;
}

export const courtsOn = (directory: CourtDirectory, on: CalendarDate): readonly Court[] =>
  [...directory].flatMap(([id, record]) => courtOn(id, record, on) ?? []);

/**
 * 上级法院: the courts above in the appeal chain, nearest first, as codes on the day. Beyond the directory the chain goes
 * on by what the code tells.
 */
export function courtsAbove(directory: CourtDirectory, code: string, on: CalendarDate): readonly string[] {
  const chain: string[] = [];
  let court = identify(directory, code, on);
  while (court) {
    const to = valueOn(court.record.appealTo, on);
    if (to === undefined) return [...chain, ...superiorsByCode(court.code)];
    const next = superior(directory, to, on);
    const nextCode = next?.code ?? to;
    if (chain.includes(nextCode) || nextCode === court.code) return chain;
    chain.push(nextCode);
    if (!next) return [...chain, ...superiorsByCode(to)];
    court = next;
  }
  return superiorsByCode(code);
}

/** 下级法院: the courts in the directory whose appeals end up at the court, at any remove, on the day. */
export const courtsBeneath = (directory: CourtDirectory, code: string, on: CalendarDate): readonly Court[] =>
  courtsOn(directory, on).filter((court) => courtsAbove(directory, court.code, on).includes(code));

/** The court that administers it on the day, as a code. */
export function administrativeSuperiorOf(
  directory: CourtDirectory,
  code: string,
  on: CalendarDate,
): string | undefined {
  const court = identify(directory, code, on);
  const to = court && valueOn(court.record.administrativeSuperior, on);
  return to === undefined ? undefined : (superior(directory, to, on)?.code ?? to);
}

/**
 * Whether the reader's court sees the other court's cases: its own, and those of the courts beneath it. Codes of before
 * a re-coding mean the same court. What a lower court sees of a higher one depends on the case, not on the courts.
 */
export function sees(directory: CourtDirectory, reader: string, other: string, on: CalendarDate): boolean {
  const readerCode = identify(directory, reader, on)?.code ?? reader;
  const otherCode = identify(directory, other, on)?.code ?? other;
  return readerCode === otherCode || courtsAbove(directory, otherCode, on).includes(readerCode);
}

interface Identified {
  readonly record: CourtRecord;
  /** On the day, or the last one before. */
  readonly code: string;
}

/** The court that has the code on the day, else the one that had it at another time. */
function identify(directory: CourtDirectory, code: string, on: CalendarDate): Identified | undefined {
  const records = [...directory.values()].filter(({ codes }) => codes.some(({ value }) => value === code));
  const record =
    records.find(({ codes }) => codes.some((period) => period.value === code && covers(period, on))) ??
    records[0];
  return record && identified(record, on);
}

function superior(directory: CourtDirectory, id: string, on: CalendarDate): Identified | undefined {
  const record = directory.get(id);
  return record && identified(record, on);
}

function identified(record: CourtRecord, on: CalendarDate): Identified | undefined {
  const code = valueOn(record.codes, on) ?? record.codes.at(-1)?.value;
  return code === undefined ? undefined : { record, code };
}

const superiorsByCode = (code: string): readonly string[] => courtOfCode(code)?.superiors ?? [];
