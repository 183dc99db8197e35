import { postKindOf } from '@liuhen/courts';
import type { JsonObject } from '@liuhen/kernel';
import { CASE_STAGES, type CaseStage } from '../case/case-vocabulary';
import {
  DOCUMENT_FEATURES,
  DOCUMENT_KINDS,
  type DocumentFeature,
  type DocumentKind,
} from '../law/document-features';
import { isObject, strayField, unreadable, wrongWord, type ClauseShape } from './clause-shape';

/** 阅核层级, lowest first. The presiding judge is none: who sits on the panel signs. */
export const REVIEW_LEVELS = {
  divisionChief: '庭长',
  vicePresident: '分管副院长',
  president: '院长',
} as const;
export type ReviewLevel = keyof typeof REVIEW_LEVELS;

/** Which documents a clause is about: those to which each of its lists applies. */
export interface ScopeCondition {
  readonly kinds?: readonly DocumentKind[];
  /** It has one of them. */
  readonly features?: readonly DocumentFeature[];
  /** It has none of them. */
  readonly withoutFeatures?: readonly DocumentFeature[];
  readonly stages?: readonly CaseStage[];
  /** The handling judge or a member of the panel holds a post of one of the kinds. */
  readonly handlerKinds?: readonly string[];
  /** None of them holds one. */
  readonly withoutHandlerKinds?: readonly string[];
}

/** Who reviews the documents of a clause; nobody, where it names no level. */
export interface ScopeContent {
  readonly when: ScopeCondition;
  readonly levels: readonly ReviewLevel[];
}

/** What about a draft decides who reviews it. */
export interface ReviewedDocument {
  readonly kind: DocumentKind;
  readonly features: readonly DocumentFeature[];
  readonly stage: CaseStage;
  /** Kinds of the posts that the panel and the handling judge hold. */
  readonly handlerKinds: readonly string[];
}

/** A clause on some documents: `{when, levels}`. */
export const scopeShape: ClauseShape<ScopeContent> = (content) => {
  const { when, levels } = content;
  const reason =
    strayField(content, ['when', 'levels']) ??
    (isObject(when) ? wrongCondition(when) : '“适用的文书”（when）应为对象') ??
    wrongLevels(content);
  return reason === undefined ? { content: { when, levels } as unknown as ScopeContent } : unreadable(reason);
};

/** The clause on all documents that no other one is about: `{levels}`. */
export const fallbackShape: ClauseShape<Pick<ScopeContent, 'levels'>> = (content) => {
  const reason = strayField(content, ['levels']) ?? wrongLevels(content);
  return reason === undefined
    ? { content: { levels: content.levels } as unknown as Pick<ScopeContent, 'levels'> }
    : unreadable(reason);
};

export function isAbout(when: ScopeCondition, document: ReviewedDocument): boolean {
  const { kinds, features, withoutFeatures, stages, handlerKinds, withoutHandlerKinds } = when;
  return (
    (kinds?.includes(document.kind) ?? true) &&
    (stages?.includes(document.stage) ?? true) &&
    (features === undefined || meet(features, document.features)) &&
    (handlerKinds === undefined || meet(handlerKinds, document.handlerKinds)) &&
    !meet(withoutFeatures ?? [], document.features) &&
    !meet(withoutHandlerKinds ?? [], document.handlerKinds)
  );
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

const isFeature = (word: string): boolean => Object.hasOwn(DOCUMENT_FEATURES, word);
const isPostKind = (word: string): boolean => postKindOf(word) !== undefined;

/** Each list of a condition: its Chinese name and its words. */
const LISTS: Readonly<Record<keyof ScopeCondition, readonly [string, (word: string) => boolean]>> = {
  kinds: ['文书种类', (word) => Object.hasOwn(DOCUMENT_KINDS, word)],
  features: ['文书特征', isFeature],
  withoutFeatures: ['排除的文书特征', isFeature],
  stages: ['审理程序', (word) => Object.hasOwn(CASE_STAGES, word)],
  handlerKinds: ['承办人职务', isPostKind],
  withoutHandlerKinds: ['排除的承办人职务', isPostKind],
};

function wrongCondition(when: JsonObject): string | undefined {
  const lists = Object.entries(LISTS).filter(([list]) => when[list] !== undefined);
  if (lists.length === 0) return '“适用的文书”（when）应至少有一项';
  return (
    strayField(when, Object.keys(LISTS)) ??
    lists.flatMap(([list, [label, isWord]]) => wrongWord(when[list], label, isWord) ?? []).at(0)
  );
}

const wrongLevels = ({ levels }: JsonObject): string | undefined =>
  wrongWord(levels, '阅核层级', (word) => Object.hasOwn(REVIEW_LEVELS, word));
