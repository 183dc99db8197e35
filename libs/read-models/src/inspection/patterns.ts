import type { WorkingCalendar } from '@liuhen/courts';
import {
  chinaDateOf,
  chinaTimeOf,
  epochMsOf,
  occurredOn,
  type CalendarDate,
  type Instant,
  type OccurredAt,
  type Source,
} from '@liuhen/kernel';

/** What somebody did on a case. */
export interface PersonAct {
  readonly event: string;
  readonly caseId: string;
  readonly type: string;
  readonly person: string;
  readonly post: string;
  readonly court: string;
  readonly source: Source;
  readonly occurredAt: OccurredAt;
  readonly recordedAt: Instant;
}

export interface PatternRules {
  /** So many sign-offs within so many minutes. */
  readonly rapid: { readonly count: number; readonly minutes: number };
  /** Hours of the day in China; a working day's work lies from the first to before the second. */
  readonly hours: { readonly from: number; readonly until: number };
  /** Entered more than so many days after it happened. */
  readonly late: { readonly days: number };
}

/** 补录. */
export interface LateEntry extends PersonAct {
  /** Between the day on which it happened and the one on which it was entered; `null` where the first is unknown. */
  readonly daysAfter: number | null;
}

/** What of a person's acts is worth a look. */
export interface PersonPatterns {
  readonly person: string;
  /** How many sign-offs there were in all. */
  readonly signOffs: number;
  /** 密集签批: series in which each belongs to so many within so few minutes. */
  readonly rapid: readonly (readonly PersonAct[])[];
  /** 非工作时间签批. */
  readonly afterHours: readonly PersonAct[];
  /** How many acts were entered afterwards in all. */
  readonly entered: number;
  /** Those that were entered long afterwards, or nobody knows how long. */
  readonly late: readonly LateEntry[];
}

/** 签批: acts by which somebody lets a document go on. */
const SIGN_OFFS: ReadonlySet<string> = new Set([
  ...['ReviewConcurred', 'ReviewReturned', 'ReconsiderationAdvised'],
  ...['DocumentSigned', 'DocumentIssued'],
]);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** By person, whoever has most of it first; people of whom there is nothing to be seen are left out. */
export function patternsIn(
  acts: readonly PersonAct[],
  rules: PatternRules,
  calendar: WorkingCalendar,
): readonly PersonPatterns[] {
  const byPerson = new Map<string, PersonAct[]>();
  for (const act of acts.toSorted(byRecording)) {
    const own = byPerson.get(act.person);
    if (own) own.push(act);
    else byPerson.set(act.person, [act]);
  }
  return [...byPerson]
    .map(([person, own]) => patternsOf(person, own, rules, calendar))
    .filter(({ rapid, afterHours, late }) => rapid.length + afterHours.length + late.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.person < b.person ? -1 : 1));
}

const byRecording = (a: PersonAct, b: PersonAct): number => epochMsOf(a.recordedAt) - epochMsOf(b.recordedAt);

const weightOf = ({ rapid, afterHours, late }: PersonPatterns): number =>
  rapid.flat().length + afterHours.length + late.length;

function patternsOf(
  person: string,
  acts: readonly PersonAct[],
  { rapid, hours, late }: PatternRules,
  calendar: WorkingCalendar,
): PersonPatterns {
  const signOffs = acts.filter(({ type, source }) => SIGN_OFFS.has(type) && source === 'live');
  const entered = acts.filter(({ source }) => source === 'offline').map(enteredLate);
  return {
    person,
    signOffs: signOffs.length,
    rapid: rapidSeries(signOffs, rapid),
    afterHours: signOffs.filter(({ recordedAt }) => !isInHours(recordedAt, hours, calendar)),
    entered: entered.length,
    late: entered.filter(({ daysAfter }) => daysAfter === null || daysAfter > late.days),
  };
}

function rapidSeries(
  acts: readonly PersonAct[],
  { count, minutes }: PatternRules['rapid'],
): readonly (readonly PersonAct[])[] {
  const series: PersonAct[][] = [];
  let reached = 0;
  acts.forEach((first, start) => {
    const last = acts[start + count - 1];
    if (!last || epochMsOf(last.recordedAt) - epochMsOf(first.recordedAt) > minutes * MINUTE_MS) return;
    const further = acts.slice(Math.max(start, reached), start + count);
    const running = start < reached ? series.at(-1) : undefined;
    if (running) running.push(...further);
    else series.push([...further]);
    reached = start + count;
  });
  return series;
}

function isInHours(at: Instant, { from, until }: PatternRules['hours'], calendar: WorkingCalendar): boolean {
  const hour = Number(chinaTimeOf(at).slice(11, 13));
  return calendar.isWorkingDay(chinaDateOf(at)) && hour >= from && hour < until;
}

function enteredLate(act: PersonAct): LateEntry {
  const on = occurredOn(act.occurredAt);
  return { ...act, daysAfter: on === undefined ? null : daysBetween(on, chinaDateOf(act.recordedAt)) };
}

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
