import type { DutyHolder, DutyTerms, LawArticle } from '@liuhen/kernel';
import type { TriedCase } from '../court-rules/tried-case';
import type { DocumentFeature } from '../law/document-features';
import type { ApplicationId, CommitteeMatterId, ConvenedCommittee } from './adjudication-committee.events';

/** What the president has not decided on yet. */
export interface AwaitedReferral {
  readonly charge: DutyTerms;
  readonly review: string | null;
  readonly application: ApplicationId | null;
  /** The matter whose decision is to be reconsidered; `null` for a first referral. */
  readonly reconsiders: CommitteeMatterId | null;
  readonly mandatory: boolean;
  /** The articles by which it must, or may, be submitted, where they are on record. */
  readonly law: readonly LawArticle[];
}

/** An application on which the president advised the panel to reconsider. */
export interface AdvisedApplication {
  readonly duty: string;
  readonly mandatory: boolean;
  readonly law: readonly LawArticle[];
}

/** A matter before the committee, or decided by it. */
export interface Matter {
  readonly id: CommitteeMatterId;
  readonly review: string | null;
  readonly holder: DutyHolder;
  /** Name of the duty to decide; `null` where nothing is to be decided now. */
  readonly duty: string | null;
  /** Of those sittings that were called for the decision that is owed. */
  readonly convened: ConvenedCommittee | null;
  readonly decided: boolean;
  /** Name of the duty to draw up a document after the decision, while it is owed. */
  readonly conforming: string | null;
  readonly reconsideration: 'none' | 'requested' | 'submitted';
  /** How many decisions were ever owed: names the next. */
  readonly charges: number;
  /** The document is signed, or the review of it withdrawn: nothing follows from a decision any more. */
  readonly closed: boolean;
}

/** A case and what of it went to the committee. */
export interface MattersOfCase {
  readonly status: 'registered';
  readonly tried: TriedCase;
  readonly recused: readonly string[];
  /** Of the documents under review. */
  readonly features: ReadonlyMap<string, readonly DocumentFeature[]>;
  /** By the names of the duties to decide on them. */
  readonly awaited: ReadonlyMap<string, AwaitedReferral>;
  readonly advised: ReadonlyMap<ApplicationId, AdvisedApplication>;
  /** Reviews and applications, on which the president has used his one advice. */
  readonly adviceUsed: ReadonlySet<string>;
  readonly matters: ReadonlyMap<CommitteeMatterId, Matter>;
  readonly applications: number;
}

export type CommitteeState = { readonly status: 'none' } | MattersOfCase;

/** Names a review or an application among those on which advice was given. */
export const subjectOf = ({
  review,
  application,
}: {
  readonly review: string | null;
  readonly application: ApplicationId | null;
}): string => (review === null ? `application-${application ?? ''}` : `review-${review}`);
