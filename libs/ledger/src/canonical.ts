import { Malformed } from './malformed';

/** A parser that takes nothing but what `format` writes, so that every byte of the text counts. @throws Malformed */
export const canonical =
  <Value>(what: string, parse: (text: string) => Value, format: (value: Value) => string) =>
  (text: string): Value => {
    const value = parse(text);
    if (format(value) !== text) throw new Malformed(what);
    return value;
  };
