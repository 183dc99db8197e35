import { canonicalJson } from '@liuhen/kernel';
import { equalBytes, textOf, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import type { Codec } from './json-codec';

/** A file of bytes. */
export interface FileCodec<Value> {
  /** @throws Malformed */
  readonly decode: (bytes: Uint8Array) => Value;
  readonly encode: (value: Value) => Uint8Array;
}

/** Takes nothing but what `format` writes. */
export const fileOf = <Value>(
  name: string,
  parse: (text: string) => Value,
  format: (value: Value) => string,
): FileCodec<Value> => ({
  decode(bytes) {
    const value = parse(textOf(bytes));
    if (!equalBytes(utf8(format(value)), bytes)) throw new Malformed(name);
    return value;
  },
  encode: (value) => utf8(format(value)),
});

/** One value in canonical JSON, on a line. */
export const jsonFile = <Value>(name: string, { read, write }: Codec<Value>): FileCodec<Value> =>
  fileOf(
    name,
    (text) => read(parsed(name, text)),
    (value) => `${canonicalJson(write(value))}\n`,
  );

/** Values in canonical JSON, each on a line. */
export const jsonLinesFile = <Value>(
  name: string,
  { read, write }: Codec<Value>,
): FileCodec<readonly Value[]> =>
  fileOf<readonly Value[]>(
    name,
    (text) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => read(parsed(name, line))),
    (values) => values.map((value) => `${canonicalJson(write(value))}\n`).join(''),
  );

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed(name);
  }
}
