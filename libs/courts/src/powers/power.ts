import type { LawArticle } from '@liuhen/kernel';
import { postKinds, type OwnParty } from '../posts/post-kind';

/** Where the court of the actor stands to the court whose case or matter it is. */
export const COURT_RELATIONS = {
  own: '本院的案件',
  ownOrAbove: '本院的，或者审级上下级法院的案件',
  party: '本院发起的，或者以本院为对象的督导事项',
} as const;
export type CourtRelation = keyof typeof COURT_RELATIONS;

/** 权力: who may do something at all. Whether it is their turn follows from what has happened, by the act's own rules. */
export interface Power {
  /** What is done, as users read it. */
  readonly title: string;
  /** Kinds of the posts. */
  readonly posts: readonly string[];
  readonly court: CourtRelation;
  /** Codes of the refusals by which the act's rules narrow it further to persons. */
  readonly unless: readonly string[];
  /** The articles that give it. */
  readonly law: readonly LawArticle[];
  /** Whether it needs a fresh second factor. */
  readonly secondFactor: boolean;
  /** Whether it reaches into a case that others try: without the power it is no supervision but 过问案件. */
  readonly reachesIntoCase: boolean;
}

/** A power over cases of the own court, but for what is said. */
export const power = (
  title: string,
  posts: readonly string[],
  details: Partial<Omit<Power, 'title' | 'posts'>> = {},
): Power => ({
  title,
  posts,
  court: 'own',
  unless: [],
  law: [],
  secondFactor: false,
  reachesIntoCase: false,
  ...details,
});

/** Each once: several commands may be one power, and it is named by its title. */
export const distinctPowers = (powers: Readonly<Record<string, Power>>): readonly Power[] => [
  ...new Map(Object.values(powers).map((power) => [power.title, power])).values(),
];

/** The kinds of posts whose acts a party answers for. */
export const kindsOf = (...parties: readonly OwnParty[]): readonly string[] =>
  postKinds.filter(({ party }) => parties.includes(party)).map(({ kind }) => kind);
