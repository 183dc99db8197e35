import type { Instant, CalendarDate } from './time';
import type { Message } from './message';
import type { Party } from './responsible-party';

/** Who answers: a post, and where several people hold it, the one of them. */
export interface DutyHolder {
  /** Code of the court. */
  readonly court: string;
  readonly division: string | null;
  /** Id of the post. */
  readonly post: string;
  /** `null` where the post alone says who. */
  readonly person: string | null;
  readonly party: Party;
}

/** 预警: what a warning says of a duty's time. */
export const WARNING_STEPS = { used: '期限已过大半', daysLeft: '期限将满', overdue: '已逾期' } as const;
export type WarningStep = keyof typeof WARNING_STEPS;

/** Whom a warning tells; for an overdue duty one after the other. */
export const WARNING_RECIPIENTS = {
  holder: '责任人',
  divisionChief: '庭长',
  vicePresident: '分管副院长',
  president: '院长',
} as const;
export type WarningRecipient = keyof typeof WARNING_RECIPIENTS;

export interface DutyWarning {
  readonly step: WarningStep;
  readonly to: WarningRecipient;
  readonly at: Instant;
}

/** By when a duty is owed. */
export interface DutyTerm {
  /** The last day on which it is in time; `null` where nothing sets one. */
  readonly due: CalendarDate | null;
  /** The day rests on a calendar of working days that is not announced yet. */
  readonly provisional: boolean;
  /** In order of time. */
  readonly warnings: readonly DutyWarning[];
}

/** A duty as the event that opens it lays it down. */
export interface DutyTerms extends DutyTerm {
  /** Unique within the stream. */
  readonly duty: string;
  /** One of the act's kinds of duty. */
  readonly kind: string;
  readonly holder: DutyHolder;
}

/** Why a duty ended without having been done. */
export const WAIVERS = {
  lapsed: '逾期未办，程序继续',
  recused: '回避',
  escalated: '已报上一级',
  withdrawn: '已撤回',
  superseded: '已由其他程序取代',
  extended: '已批准延期',
} as const;
export type Waiver = keyof typeof WAIVERS;

/** What an event does to duties. */
export type DutyChange =
  | { readonly change: 'open'; readonly terms: DutyTerms }
  | { readonly change: 'handOver'; readonly duty: string; readonly to: DutyHolder }
  | { readonly change: 'discharge'; readonly duty: string }
  | { readonly change: 'waive'; readonly duty: string; readonly waiver: Waiver };

/**
 * What an act's events do to duties. It follows from the event alone: whom it falls to, by when and on what basis was
 * decided, and is recorded, with the event; so that duties are the same however often and wherever they are read.
 */
export type DutyRules<Event extends Message> = {
  readonly [Type in Event['type']]?: (event: Extract<Event, { type: Type }>) => readonly DutyChange[];
};
