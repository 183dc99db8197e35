import type { CalendarDate, EventHeader, JsonObject, PolicyClause } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { valueOn } from '../timeline';
import { isPolicyStream, namedByVersion, policyStream, type PolicyEvent } from './policy.events';
import { endOf, evolvePolicy, versionOn, type PolicyRecord, type PolicyVersion } from './policy-record';

/** 规则汇编: every version of every court's rules, by stream, folded from their events. */
export type PolicyBook = ReadonlyMap<string, PolicyRecord>;

export const emptyPolicyBook: PolicyBook = new Map();

/** The book after an event of any rule's stream. */
export function withPolicyEvent(
  book: PolicyBook,
  event: PolicyEvent & { readonly header: Pick<EventHeader, 'stream'> },
): PolicyBook {
  const { stream } = event.header;
  if (!isPolicyStream(stream)) return book;
  return new Map(book).set(stream, evolvePolicy(book.get(stream) ?? [], event));
}

export interface ClauseInForce {
  readonly basis: PolicyClause;
  readonly content: JsonObject;
}

/**
 * The clauses of a rule that bind a court on the day, by id: its own stand over those of the courts above it in the
 * administrative chain, clause by clause.
 *
 * @param courtId id of the court
 */
export function clausesInForce(
  book: PolicyBook,
  courts: CourtDirectory,
  policy: string,
  courtId: string,
  on: CalendarDate,
): ReadonlyMap<string, ClauseInForce> {
  const fromTheTop = administrativeChain(courts, courtId, on).toReversed();
  return new Map(fromTheTop.flatMap((court) => clausesOf(book, policy, court, on)));
}

/** A version and how long it holds, or held. */
export interface DatedPolicyVersion extends PolicyVersion {
  /** The first day on which it no longer holds; not after its start where it never took effect. */
  readonly ends: CalendarDate | null;
}

/** The versions of a rule that a court itself adopted, in the order of adoption. */
export function policyVersionsOf(
  book: PolicyBook,
  policy: string,
  courtId: string,
): readonly DatedPolicyVersion[] {
  const record = book.get(policyStream(courtId, policy)) ?? [];
  return record.map((version) => ({ ...version, ends: endOf(record, version) }));
}

/** The version with the id, whichever court's. */
export function policyVersionNamed(book: PolicyBook, version: string): DatedPolicyVersion | undefined {
  const named = namedByVersion(version);
  return named && policyVersionsOf(book, named.policy, named.court).find((each) => each.version === version);
}

function clausesOf(
  book: PolicyBook,
  policy: string,
  courtId: string,
  on: CalendarDate,
): readonly (readonly [string, ClauseInForce])[] {
  const version = versionOn(book.get(policyStream(courtId, policy)) ?? [], on);
  if (!version) return [];
  return Object.entries(version.clauses).map(([clause, { content }]) => [
    clause,
    { basis: { policy: version.version, clause }, content },
  ]);
}

/** The court and those that administer it, nearest first, by id. */
export function administrativeChain(
  courts: CourtDirectory,
  courtId: string,
  on: CalendarDate,
): readonly string[] {
  const chain: string[] = [];
  let next: string | undefined = courtId;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = valueOn(courts.get(next)?.administrativeSuperior ?? [], on);
  }
  return chain;
}
