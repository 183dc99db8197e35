/** A clause of a court's own rule, itself a versioned event. */
export interface PolicyClause {
  readonly policy: string;
  readonly clause: string;
}

/** An article of a statute or judicial interpretation, as of one of its versions. */
export interface LawArticle {
  readonly statute: string;
  readonly version: string;
  readonly article: string;
}

/** What an act rests on. */
export type Basis = PolicyClause | LawArticle;

export const isLawArticle = (basis: Basis): basis is LawArticle => 'statute' in basis;
