import type { Exit } from './exit-codes';
import type { Terminal } from './terminal';

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  /** One letter, as in `-o`. */
  readonly short?: string;
  /** Name of the value in the help. */
  readonly value?: string;
  readonly about: string;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Values<Options extends OptionSpecs> = {
  readonly [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
};

/** A command line, read: the options given, and the rest by its names. */
export interface Given<Options extends OptionSpecs = OptionSpecs> {
  readonly options: Values<Options>;
  readonly positionals: readonly string[];
}

/** One command of `liuhen`. */
export interface Command<Options extends OptionSpecs = OptionSpecs> {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** What follows the name, without the options: as many, all required but those in brackets. */
  readonly positionals: readonly string[];
  readonly options: Options;
  /** Shown below the options. */
  readonly notes: readonly string[];
  /** Ends other than `ok`, `fault` and `usage`, which every command has. */
  readonly exits: readonly Exit[];
  /** Where set, the command ends only as `exits` say, and so if it could not do its work, whatever the reason. */
  readonly undone?: Exit;
  run(given: Given<Options>, terminal: Terminal): Promise<Exit>;
}

/** Keeps the types of the options inside the command. */
export const command = <const Options extends OptionSpecs>(definition: Command<Options>): Command =>
  definition;

/** Options of every command that asks the server, and how it identifies itself there. */
export const identityOption = (preset: string) =>
  ({
    as: { type: 'string', value: '人员ID', about: `以何人身份（仅限服务所在的机器，默认 ${preset}）` },
  }) as const;

export const jsonOption = { json: { type: 'boolean', about: '以 JSON 输出' } } as const;
