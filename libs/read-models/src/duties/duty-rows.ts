import type {
  Basis,
  CalendarDate,
  DutyHolder,
  DutyStatus,
  Instant,
  Party,
  Secrecy,
  Waiver,
  WarningRecipient,
  WarningStep,
} from '@liuhen/kernel';

/** Stands for the due day where nothing sets one: after every other day, also in an index. */
export const NO_DUE_DAY = 'infinity';
/** A day, or {@link NO_DUE_DAY}. */
export type DueDay = CalendarDate;

/** Tells duties apart: names are unique within their stream only. */
export interface DutyKey {
  readonly stream: string;
  readonly duty: string;
}

/** A row of table `duties`: what was laid down, and how it ended. */
export interface DutyRow extends DutyKey {
  readonly case_id: string | null;
  readonly case_number: string | null;
  /** Code of the court whose case it is about, or else of the court in which it was opened. */
  readonly case_court: string;
  /** Of the event that opened it. */
  readonly secrecy: Secrecy;
  readonly kind: string;
  readonly due: DueDay;
  readonly provisional: boolean;
  /** Of the event that opened it. */
  readonly basis: readonly Basis[];
  readonly opened_at: Instant;
  readonly opened_event: string;
  readonly opened_rev: number;
  /** The person who waits for it. */
  readonly opened_by: string;
  readonly status: DutyStatus;
}

export interface ClosedDutyRow extends DutyKey {
  readonly status: Exclude<DutyStatus, 'open'>;
  readonly closed_at: Instant;
  /** The day in China. */
  readonly closed_on: CalendarDate;
  readonly closed_event: string;
  readonly closed_rev: number;
  readonly closed_by: string;
  readonly waiver: Waiver | null;
}

/** A row of table `duty_holders`: who held it from when on. */
export interface HolderRow extends DutyKey {
  /** 0 for the first holder. */
  readonly place: number;
  readonly court: string;
  readonly division: string | null;
  readonly post: string;
  readonly person: string | null;
  readonly party: Party;
  readonly due: DueDay;
  readonly held_from: Instant;
  readonly held_event: string;
}

export interface HolderEndRow extends DutyKey {
  readonly place: number;
  /** Handed over, or closed. */
  readonly held_until: Instant;
  /** Handed over. */
  readonly succeeded_at: Instant | null;
}

/** A row of table `duty_warnings`: to be raised, once its time has come, while the duty is open. */
export interface WarningRow extends DutyKey {
  readonly step: WarningStep;
  readonly recipient: WarningRecipient;
  readonly at: Instant;
}

/** A row of table `raised_warnings`. */
export interface RaisedWarningRow extends WarningRow {
  readonly raised_at: Instant;
  readonly event: string;
  readonly addressee: DutyHolder;
}
