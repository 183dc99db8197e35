import type { DocumentReference, DutyHolder, DutyTerms } from '@liuhen/kernel';
import type { MeetingConclusion } from '../professional-judges-meeting/professional-judges-meeting.events';
import type { Next, ReviewId, ReviewStep, Submission } from './pre-issue-review.events';

/** Where a document lies, and the duty of whoever must act on it. */
export type Standing =
  | Exclude<Next, { at: 'committee' }>
  | { readonly at: 'meeting'; readonly charge: DutyTerms }
  /** Mandatory by law, or submitted by the president: it waits for the decision. */
  | { readonly at: 'committee'; readonly mandatory: boolean; readonly charge: DutyTerms }
  | { readonly at: 'conforming'; readonly charge: DutyTerms }
  | { readonly at: 'signed'; readonly document: DocumentReference }
  | { readonly at: 'issued' }
  | { readonly at: 'withdrawn' };

/** A document that somebody is still to act on. */
export type OpenStanding = Extract<Standing, { charge: DutyTerms }>;

export const isOpen = (standing: Standing): standing is OpenStanding => 'charge' in standing;

/** 补录 and what became of it: the other side has not answered yet, agrees, disagrees, or let its time pass. */
export interface OfflineEntry {
  readonly enteredBy: 'reviewer' | 'panel';
  readonly reviewer: DutyHolder;
  readonly charge: DutyTerms;
  readonly status: 'unconfirmed' | 'confirmed' | 'contested' | 'unanswered';
}

export interface Objection {
  readonly charge: DutyTerms;
  readonly answered: boolean;
}

/** One document's way from submission to issue. */
export interface Review {
  readonly id: ReviewId;
  readonly submission: Submission;
  readonly standing: Standing;
  /** All reviewers, those of an escalation included. */
  readonly steps: readonly ReviewStep[];
  /** The last one who had it before him; `null` before any. */
  readonly step: ReviewStep | null;
  readonly recused: readonly string[];
  readonly document: DocumentReference;
  readonly version: number;
  /** Reconsiderations that reviewers advised. */
  readonly round: number;
  readonly meeting: MeetingConclusion | null;
  readonly committeeDecided: boolean;
  /** Opinions on record that were not the panel's, one line each. */
  readonly disagreements: readonly string[];
  /** By their numbers. */
  readonly offline: ReadonlyMap<string, OfflineEntry>;
  readonly objections: ReadonlyMap<string, Objection>;
  /** Steps so far: names the next duty. */
  readonly moves: number;
}

export const stepAfter = ({ steps }: Review, { level }: ReviewStep): ReviewStep | undefined =>
  steps[steps.findIndex((step) => step.level === level) + 1];
