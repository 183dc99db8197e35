import { Problem } from '../problem/problem';
import { TextField, WholeNumberField } from '../validation/fields';

export const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;
const MAX_CURSOR = 1024;

/** Query of a paged list; a list with filters extends it. */
export class PageQuery {
  @WholeNumberField('每页项数', { min: 1, max: MAX_PAGE, optional: true, fromText: true, note: '默认 50' })
  readonly limit: number = DEFAULT_PAGE;

  @TextField('分页游标', { max: MAX_CURSOR, optional: true, note: '前一页的 next，原样使用' })
  readonly cursor?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page; `null` when this was the last. */
  readonly next: string | null;
}

/** A part of a sort key. */
export type CursorPart = string | number;

type Guards<Key extends readonly CursorPart[]> = {
  readonly [Index in keyof Key]: (value: unknown) => value is Key[Index];
};

/**
 * A page from rows read one beyond the limit.
 *
 * @param keyOf the row's full sort key, unique among all rows, so that no row is left out or shown twice.
 */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (item: Item) => readonly CursorPart[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? cursorOf(keyOf(last)) : null };
}

/**
 * The sort key after which the page begins; every part is checked, since it goes into SQL.
 *
 * @throws Problem `invalid-cursor`
 */
export function readCursor<const Key extends readonly CursorPart[]>(
  cursor: string | undefined,
  guards: Guards<Key>,
): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  if (!isKey(key, guards)) throw new Problem('invalid-cursor', { field: 'cursor' });
  return key;
}

/** Guards for the parts that have none of their own. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const cursorOf = (key: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const isKey = <Key extends readonly CursorPart[]>(key: unknown, guards: Guards<Key>): key is Key =>
  Array.isArray(key) && key.length === guards.length && guards.every((guard, index) => guard(key[index]));
