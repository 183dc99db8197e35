import type { LawArticle } from './basis';

export interface RefusalDetails {
  /** The articles that say no. */
  readonly law?: readonly LawArticle[];
  /** Path of the offending field in the command, such as `parts[0].grounds`. */
  readonly field?: string;
}

/** The law or the procedure says no: returned by a decider, thrown by the runner, never retried. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly law: readonly LawArticle[];
  readonly field: string | undefined;

  constructor(
    /** Stable, kebab-case; listed in the catalogue of refusals. */
    readonly code: string,
    /** The Chinese sentence a user reads. */
    message: string,
    details: RefusalDetails = {},
  ) {
    super(message);
    this.law = details.law ?? [];
    this.field = details.field;
  }
}
