import type { JsonObject, JsonValue } from '@liuhen/kernel';

/** What a clause says, or why it says nothing. */
export type Read<Content> =
  { readonly content: Content } | { readonly content?: undefined; readonly reason: string };

/** How the content of a clause is read. */
export type ClauseShape<Content> = (content: JsonObject) => Read<Content>;

export const unreadable = (reason: string): { readonly reason: string } => ({ reason });

/** A field that holds a whole number. */
export interface NumberField {
  /** Its Chinese name. */
  readonly label: string;
  readonly min: number;
}

/** No term and no count of a court's rules is longer; what is, was mistyped. */
const LARGEST = 999;

/** A clause of whole numbers, all of them given and nothing else. */
export const wholeNumbers =
  <Field extends string>(
    fields: Readonly<Record<Field, NumberField>>,
  ): ClauseShape<Readonly<Record<Field, number>>> =>
  (content) => {
    const reason = strayField(content, Object.keys(fields)) ?? wrongNumber(fields, content);
    return reason === undefined
      ? { content: content as Readonly<Record<Field, number>> }
      : unreadable(reason);
  };

/** Why there is a field too many, in Chinese. */
export function strayField(content: JsonObject, known: readonly string[]): string | undefined {
  const stray = Object.keys(content).find((field) => !known.includes(field));
  return stray === undefined ? undefined : `没有“${stray}”这一项`;
}

/** Why a list holds something that is not among the words, in Chinese. */
export function wrongWord(
  value: JsonValue | undefined,
  label: string,
  isWord: (word: string) => boolean,
): string | undefined {
  if (!Array.isArray(value)) return `“${label}”应为列表`;
  const words: readonly JsonValue[] = value;
  const wrong = words.find((word) => typeof word !== 'string' || !isWord(word));
  if (wrong !== undefined) return `“${label}”中没有${JSON.stringify(wrong)}这一种`;
  return new Set(words).size < words.length ? `“${label}”有重复` : undefined;
}

function wrongNumber(fields: Readonly<Record<string, NumberField>>, content: JsonObject): string | undefined {
  const wrong = Object.entries(fields).find(([field, { min }]) => !isWholeNumber(content[field], min));
  if (!wrong) return undefined;
  const [field, { label, min }] = wrong;
  return `“${label}”（${field}）应为${min}至${LARGEST}的整数`;
}

export const isWholeNumber = (value: JsonValue | undefined, min: number, max = LARGEST): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
