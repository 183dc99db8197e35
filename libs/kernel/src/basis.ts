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

const isLawArticle = (basis: Basis): basis is LawArticle => 'statute' in basis;

/**
 * As a reader writes it: 《中华人民共和国民事诉讼法》（2023年修正）第一百七十七条第二款.
 *
 * @param titleOf gives the title of a version of a court's rule, where it is known.
 */
export const basisText = (
  basis: Basis,
  titleOf: (policy: string) => string | undefined = () => undefined,
): string =>
  isLawArticle(basis)
    ? `《${innerBrackets(basis.statute)}》（${basis.version}）${basis.article}`
    : clauseText(basis, titleOf(basis.policy));

const clauseText = ({ policy, clause }: PolicyClause, title: string | undefined): string =>
  title === undefined ? `${policy} ${clause}` : `《${innerBrackets(title)}》（${policy}）${clause}`;

/** A title within a title has angle brackets: GB/T 15834-2011 §4.15. */
const innerBrackets = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');
