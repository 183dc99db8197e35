import { Problem } from '../problem/problem';

/** Deeper than any command's body, and shallow enough for every recursive reader behind. */
export const MAX_JSON_DEPTH = 32;

/** Characters that PostgreSQL cannot store, or that have no UTF-8 form. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/**
 * Refuses what JSON allows and nothing behind can carry: nesting without end, U+0000, lone surrogates, numbers beyond
 * a double. Walks without recursion, since the depth is the client's.
 *
 * @throws Problem `malformed-body`
 */
export function checkJsonBody(body: unknown): void {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 1 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    else if (typeof value === 'number') checkNumber(value);
    else if (typeof value === 'object' && value !== null) {
      if (depth > MAX_JSON_DEPTH) throw malformed(`嵌套不得超过 ${String(MAX_JSON_DEPTH)} 层`);
      for (const [name, member] of Object.entries(value)) {
        checkText(name);
        pending.push({ value: member, depth: depth + 1 });
      }
    }
  }
}

function checkText(text: string): void {
  if (!isStorable(text)) throw malformed('文字中含有空字符（U+0000）或者不成对的代理字符');
}

function checkNumber(value: number): void {
  if (!Number.isFinite(value)) throw malformed('数字超出范围');
}

const malformed = (detail: string): Problem =>
  new Problem('malformed-body', { detail: `请求体有误：${detail}` });
