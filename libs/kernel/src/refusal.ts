import type { LawArticle } from './basis';

export interface RefusalDetails {
  /** The articles that say no. */
  readonly law?: readonly LawArticle[] | undefined;
  /** Path of the offending field in the command, such as `parts[0].grounds`. */
  readonly field?: string | undefined;
  /** What else stands in the way, so that it can all be mended at once. */
  readonly also?: readonly Refusal[];
}

/** The law or the procedure says no: returned by a decider, thrown by the runner, never retried. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly law: readonly LawArticle[];
  readonly field: string | undefined;
  readonly also: readonly Refusal[];

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
    this.also = details.also ?? [];
  }
}

/** One kind of refusal: what the user reads and the articles that say so. */
export interface RefusalEntry {
  readonly text: string;
  readonly law?: readonly LawArticle[];
}

/** The refusals of an act by code; the catalogue in docs/ is written from it. */
export type RefusalTable<Code extends string = string> = Readonly<Record<Code, RefusalEntry>>;

/** Refuses by a code of the table, so that no code exists outside it. */
export const refuserOf =
  <Code extends string>(table: RefusalTable<Code>) =>
  (code: Code, field?: string): Refusal =>
    new Refusal(code, table[code].text, { law: table[code].law, field });
