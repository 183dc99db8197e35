/** A moment as the server's clock gives it: UTC with milliseconds, `2026-03-01T00:00:00.000Z`. */
export type Instant = string;

/** A day in China, `2026-03-01`. */
export type CalendarDate = string;

/** When something happened: a moment, only a day, or unknown. */
export type OccurredAt = Instant | CalendarDate | null;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && INSTANT.test(value) && roundTrips(value, value);

export const isCalendarDate = (value: unknown): value is CalendarDate =>
  typeof value === 'string' && CALENDAR_DATE.test(value) && roundTrips(value, `${value}T00:00:00.000Z`);

export const isOccurredAt = (value: unknown): value is OccurredAt =>
  value === null || isInstant(value) || isCalendarDate(value);

/** China has one zone, eight hours ahead of UTC, without summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** The day in China on which a moment falls. */
export const chinaDateOf = (instant: Instant): CalendarDate =>
  instantOf(epochMsOf(instant) + CHINA_OFFSET_MS).slice(0, 10);

/** A moment as a reader in China writes it, `2026-03-01 08:00`. */
export const chinaTimeOf = (instant: Instant): string =>
  instantOf(epochMsOf(instant) + CHINA_OFFSET_MS)
    .slice(0, 16)
    .replace('T', ' ');

/** The first moment of a day in China. */
export const startOfChinaDay = (date: CalendarDate): Instant =>
  instantOf(Date.parse(`${date}T00:00:00.000Z`) - CHINA_OFFSET_MS);

/** The day on which something happened, whichever way it is known. */
export const occurredOn = (occurredAt: OccurredAt): CalendarDate | undefined =>
  occurredAt === null ? undefined : isCalendarDate(occurredAt) ? occurredAt : chinaDateOf(occurredAt);

function roundTrips(text: string, full: string): boolean {
  const epochMs = Date.parse(full);
  return !Number.isNaN(epochMs) && instantOf(epochMs).startsWith(text);
}

/** The server's clock, a port so that tests own the time. */
export interface Clock {
  now(): Instant;
}
