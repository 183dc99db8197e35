import type { Citation, Forum } from '../../law/citation';
import type { AppellateDecision, DispositionPart, EarlierDisposition } from './decision';
import type { Permit } from './ground';
import { readPrintedArticles, readPrintedGrounds } from './printed-grounds';
import type { PrintedGround } from './printed-grounds';
import { appliesAt, findGround, groundLaw, permitFor } from './rule-table';
import type { CodedGround } from './rule-table';

/** The grounds of one part, as far as they can be told. */
export interface StatedGrounds {
  /** Given by code, or by a printed article that only one ground rests on. */
  readonly certain: readonly CodedGround[];
  /** One of each set was found; the printed article does not say which. */
  readonly alternatives: readonly (readonly CodedGround[])[];
  /** A paraphrase never settles a ground; it only says where to look. */
  readonly paraphrased: readonly PrintedGround[];
}

/** All that a rule sees of one part of a decision. */
export interface Sight {
  readonly decision: AppellateDecision;
  readonly part: DispositionPart;
  readonly index: number;
  readonly forum: Required<Forum>;
  readonly stated: StatedGrounds;
  readonly earlier: readonly EarlierDisposition[];
  readonly familyComplete: boolean;
}

/** A ground that carries the part's outcome, and how. */
export interface Leg {
  readonly ground: CodedGround;
  readonly permit: Permit;
}

export const partField = ({ index }: Sight, field: keyof DispositionPart): string =>
  `parts.${index}.${field}`;

type Grounded = Pick<DispositionPart, 'grounds' | 'printedGrounds' | 'printedArticles'>;

export function statedGrounds(said: Grounded, forum: Required<Forum>): StatedGrounds {
  const coded = said.grounds
    .flatMap((code) => findGround(code) ?? [])
    .filter((g) => appliesAt(g, forum.procedure, forum.stage) && groundLaw(g, forum).length > 0);
  const printed = readPrintedArticles(said.printedArticles ?? [], forum);
  return {
    certain: [...new Set([...coded, ...printed.flatMap((set) => (set.length === 1 ? set : []))])],
    alternatives: printed.filter((set) => set.length > 1 && !set.some((ground) => coded.includes(ground))),
    paraphrased: readPrintedGrounds(said.printedGrounds ?? [], forum),
  };
}

const isStated = ({ certain, alternatives }: StatedGrounds): boolean =>
  certain.length > 0 || alternatives.length > 0;

/** Every ground that may be among the stated ones. */
export const possibleGrounds = (stated: StatedGrounds): readonly CodedGround[] => [
  ...new Set([
    ...stated.certain,
    ...stated.alternatives.flat(),
    ...stated.paraphrased.flatMap(({ candidates }) => candidates),
  ]),
];

/** Whether the list of grounds is settled: nothing but codes and articles that name one ground each. */
export const isSettled = (stated: StatedGrounds): boolean =>
  isStated(stated) && stated.alternatives.length === 0;

export const legsOf = ({ stated, part }: Sight): readonly Leg[] =>
  stated.certain.flatMap((ground) => {
    const permit = permitFor(ground, part.outcome);
    return permit === undefined ? [] : [{ ground, permit }];
  });

export const lawOf = (grounds: readonly CodedGround[], forum: Forum): readonly Citation[] => {
  const seen = new Set<string>();
  return grounds
    .flatMap((ground) => groundLaw(ground, forum))
    .filter((citation) => {
      const key = JSON.stringify(citation);
      return !seen.has(key) && seen.add(key);
    });
};
