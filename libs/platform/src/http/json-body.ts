import { Problem } from '../problem/problem';

/** Deeper than any command's body, and shallow enough for every recursive reader behind. */
export const MAX_JSON_DEPTH = 32;
/** More than any command's body holds; what is behind takes longer than linear in them. */
export const MAX_JSON_VALUES = 10_000;
export const MAX_JSON_MEMBERS = 200;

/** Characters that PostgreSQL cannot store, or that have no UTF-8 form. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/**
 * Refuses what JSON allows and nothing behind can carry: nesting without end, U+0000, lone surrogates, numbers beyond
 * a double, more values than can be validated in good time. Walks without recursion, since the depth is the client's.
 *
 * @throws Problem `malformed-body`
 */
export function checkJsonBody(body: unknown): void {
  const pending: Pending[] = [{ value: body, depth: 1 }];
  let values = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (++values > MAX_JSON_VALUES) throw malformed(`不得超过 ${String(MAX_JSON_VALUES)} 个值`);
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value === 'number') checkNumber(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_JSON_DEPTH) throw malformed(`嵌套不得超过 ${String(MAX_JSON_DEPTH)} 层`);
    for (const member of membersOf(value)) pending.push({ value: member, depth: depth + 1 });
  }
}

interface Pending {
  readonly value: unknown;
  readonly depth: number;
}

function membersOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.length > MAX_JSON_MEMBERS) throw malformed(`一个对象不得超过 ${String(MAX_JSON_MEMBERS)} 个成员`);
  names.forEach(checkText);
  return Object.values(value);
}

function checkText(text: string): void {
  if (!isStorable(text)) throw malformed('文字中含有空字符（U+0000）或者不成对的代理字符');
}

function checkNumber(value: number): void {
  if (!Number.isFinite(value)) throw malformed('数字超出范围');
}

const malformed = (detail: string): Problem =>
  new Problem('malformed-body', { detail: `请求体有误：${detail}` });
