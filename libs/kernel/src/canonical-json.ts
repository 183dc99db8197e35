import type { JsonObject, JsonValue } from './json';

/** The value has no canonical form: a number that JSON cannot carry, or a string that is not Unicode. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * The one JSON text of a value: members sorted by UTF-16 code units, no white space, ECMAScript numbers.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme).
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return canonicalObject(value);
}

function canonicalObject(value: JsonObject): string {
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${canonicalString(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Most strings hold nothing that JSON escapes, and no surrogates. */
const PLAIN = /^[^\u0000-\u001f"\\\ud800-\udfff]*$/;

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new NotCanonical('string with a lone surrogate');
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`number ${String(value)}`);
  return JSON.stringify(value);
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
