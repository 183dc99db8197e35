import type { DutyChange, DutyHolder, DutyTerms, Waiver } from './duty';
import type { EventHeader } from './event/header';
import type { Instant } from './time';

/** The event that proves a step. */
export interface DutyEvidence {
  readonly event: string;
  readonly rev: number;
  readonly at: Instant;
}

export interface HeldDuty extends DutyEvidence {
  readonly holder: DutyHolder;
}

/** How a duty stands. */
export const DUTY_STATUSES = { open: '未办', discharged: '已办', waived: '已免' } as const;
export type DutyStatus = keyof typeof DUTY_STATUSES;

/** A duty and what became of it. */
export interface Duty {
  readonly terms: DutyTerms;
  readonly opened: DutyEvidence;
  /** Who held it since when, in order of time; never empty. */
  readonly holders: readonly HeldDuty[];
  readonly status: DutyStatus;
  readonly closed: DutyEvidence | null;
  readonly waiver: Waiver | null;
}

/** The duties of one stream, by their names in it. */
export type DutyLedger = ReadonlyMap<string, Duty>;

export const noDuties: DutyLedger = new Map();

/**
 * The ledger after a change. To close what is closed, or to open what exists, changes nothing: a ledger can be read
 * whatever an earlier release wrote.
 */
export function withDutyChange(
  ledger: DutyLedger,
  change: DutyChange,
  header: Pick<EventHeader, 'id' | 'rev' | 'recordedAt'>,
): DutyLedger {
  const evidence: DutyEvidence = { event: header.id, rev: header.rev, at: header.recordedAt };
  const duty =
    change.change === 'open' ? opened(ledger, change.terms, evidence) : changed(ledger, change, evidence);
  return duty ? new Map(ledger).set(duty.terms.duty, duty) : ledger;
}

function opened(ledger: DutyLedger, terms: DutyTerms, evidence: DutyEvidence): Duty | undefined {
  if (ledger.has(terms.duty)) return undefined;
  const holders = [{ ...evidence, holder: terms.holder }];
  return { terms, opened: evidence, holders, status: 'open', closed: null, waiver: null };
}

function changed(
  ledger: DutyLedger,
  change: Exclude<DutyChange, { change: 'open' }>,
  evidence: DutyEvidence,
): Duty | undefined {
  const duty = ledger.get(change.duty);
  if (duty?.status !== 'open') return undefined;
  switch (change.change) {
    case 'handOver':
      return { ...duty, holders: [...duty.holders, { ...evidence, holder: change.to }] };
    case 'discharge':
      return { ...duty, status: 'discharged', closed: evidence };
    case 'waive':
      return { ...duty, status: 'waived', closed: evidence, waiver: change.waiver };
  }
}
