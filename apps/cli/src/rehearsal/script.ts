import { CommandFailure } from '../exit-codes';

/** One thing that somebody does. */
export type Scene =
  | {
      readonly line: number;
      readonly as: string;
      readonly tells: string;
      /** A document that later lines call by this name. */
      readonly upload: string;
      /** Path of the case whose document it is. */
      readonly to: string;
      readonly name: string;
      readonly text: string;
    }
  | {
      readonly line: number;
      readonly as: string;
      readonly tells: string;
      /** Path below the interface's prefix; what stands in braces is percent-encoded. */
      readonly post: string;
      readonly body: unknown;
      /** The code with which the server must refuse it; `undefined` where it must succeed. */
      readonly refused: string | undefined;
      /** What this step begins, as later lines call it in their paths: `{$函询}`. */
      readonly calls: string | undefined;
    };

/** Reads one line of a script. @throws CommandFailure `usage` naming the line and what it lacks */
export function readScene(line: number, text: string | undefined): Scene {
  const given = parsed(line, text);
  const field = (name: string): string => {
    const value = given[name];
    if (typeof value !== 'string') throw fault(line, `缺少 ${name}`);
    return value;
  };
  const common = { line, as: field('as'), tells: field('tells') };
  if ('upload' in given)
    return { ...common, upload: field('upload'), to: field('to'), name: field('name'), text: field('text') };
  const optional = (name: string) => (given[name] === undefined ? undefined : field(name));
  const [refused, calls] = [optional('refused'), optional('calls')];
  return { ...common, post: field('post'), body: given.body ?? {}, refused, calls };
}

function parsed(line: number, text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below, as for any other line that is no object.
  }
  throw fault(line, '不是合格的 JSON 对象');
}

const fault = (line: number, reason: string): CommandFailure =>
  new CommandFailure('usage', `第 ${String(line)} 行：${reason}`);

/** @param begun ids of what earlier lines began, by the names that they gave it. */
export const encodedPath = (path: string, begun: ReadonlyMap<string, string>): string =>
  path.replaceAll(/\{(\$?)([^{}]*)\}/g, (_, called: string, name: string) =>
    called === '' ? encodeURIComponent(name) : (begun.get(name) ?? ''),
  );
