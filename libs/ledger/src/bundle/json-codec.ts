import { isDigest, isInstant, type Digest, type JsonValue } from '@liuhen/kernel';
import { fromBase64, fromHex, toBase64, toHex } from '../bytes';
import { Malformed } from '../malformed';
import { HASH_BYTES } from '../merkle/hash';

/** How a value is written as JSON, and read: whatever `read` passes over, the comparison with what `write` gives finds. */
export interface Codec<Value> {
  /** @throws Malformed */
  readonly read: (json: unknown) => Value;
  readonly write: (value: Value) => JsonValue;
}

const valueOf = <Value extends JsonValue>(
  what: string,
  holds: (json: unknown) => json is Value,
): Codec<Value> => ({
  read(json) {
    if (!holds(json)) throw new Malformed(what);
    return json;
  },
  write: (value) => value,
});

const isText = (json: unknown): json is string => typeof json === 'string' && json.isWellFormed();

export const text = valueOf('text', isText);
export const line = valueOf(
  'line',
  (json): json is string => isText(json) && json !== '' && !json.includes('\n'),
);
export const instant = valueOf('time', (json): json is string => isInstant(json));
export const digest = valueOf('digest', (json): json is Digest => isDigest(json));
export const natural = valueOf(
  'number',
  (json): json is number => Number.isSafeInteger(json) && Number(json) >= 0,
);
export const constant = <Value extends JsonValue>(value: Value): Codec<Value> =>
  valueOf('constant', (json): json is Value => json === value);
export const oneOf = <Name extends string>(names: Readonly<Record<Name, unknown>>): Codec<Name> =>
  valueOf('name', (json): json is Name => isText(json) && Object.hasOwn(names, json));

const hashAs = (
  from: (text: string) => Uint8Array,
  to: (bytes: Uint8Array) => string,
): Codec<Uint8Array> => ({
  read(json) {
    const bytes = from(text.read(json));
    if (bytes.length !== HASH_BYTES) throw new Malformed('hash');
    return bytes;
  },
  write: to,
});

export const base64Hash = hashAs(fromBase64, toBase64);
export const hexHash = hashAs(fromHex, toHex);

export const list = <Value>(of: Codec<Value>): Codec<readonly Value[]> => ({
  read(json) {
    if (!Array.isArray(json)) throw new Malformed('list');
    return json.map((item: unknown) => of.read(item));
  },
  write: (values) => values.map((value) => of.write(value)),
});

/** An object with these members. */
export const object = <Value extends object>(members: {
  readonly [Name in keyof Value]: Codec<Value[Name]>;
}): Codec<Value> => {
  const codecs = Object.entries(members) as readonly (readonly [string, Codec<unknown>])[];
  return {
    read(json) {
      const given = membersOf(json);
      return Object.fromEntries(codecs.map(([name, { read }]) => [name, read(given[name])])) as Value;
    },
    write: (value) =>
      Object.fromEntries(codecs.map(([name, { write }]) => [name, write(value[name as keyof Value])])),
  };
};

/** An object whose members are values of one kind. */
export const mapOf = <Value>(of: Codec<Value>): Codec<ReadonlyMap<string, Value>> => ({
  read: (json) => new Map(Object.entries(membersOf(json)).map(([name, value]) => [name, of.read(value)])),
  write: (map) => Object.fromEntries([...map].map(([name, value]) => [name, of.write(value)])),
});

/** Either of two kinds of objects: of the first if it has this member. */
export const either = <First extends object, Second extends object>(
  member: string,
  first: Codec<First>,
  second: Codec<Second>,
): Codec<First | Second> => ({
  read: (json) => (Object.hasOwn(membersOf(json), member) ? first : second).read(json),
  write: (value) => (member in value ? first.write(value as First) : second.write(value as Second)),
});

function membersOf(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Malformed('object');
  return json as Readonly<Record<string, unknown>>;
}
