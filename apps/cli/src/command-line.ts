import { parseArgs } from 'node:util';
import type { Command, Given, OptionSpec } from './command';
import { CommandFailure } from './exit-codes';

/** On every command. */
const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/**
 * Reads what follows a command's name; `undefined` when help is asked for.
 *
 * @throws CommandFailure `usage`
 */
export function readCommandLine(command: Command, args: readonly string[]): Given | undefined {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { ...optionsOf(command), ...HELP },
    strict: false,
    tokens: true,
  });
  if (values.help !== undefined) return undefined;
  for (const token of tokens) if (token.kind === 'option') checkOption(command, token);
  checkPositionals(command, positionals);
  return { options: values, positionals } as Given;
}

const optionsOf = ({ options }: Command) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
  );

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption(command: Command, { name, rawName, value, inlineValue }: OptionToken): void {
  const spec: OptionSpec | undefined = Object.hasOwn(command.options, name)
    ? command.options[name]
    : undefined;
  if (spec === undefined) throw usage(command, `没有选项 ${rawName}`);
  if (spec.type === 'boolean' && inlineValue === true) throw usage(command, `选项 ${rawName} 不带值`);
  if (spec.type === 'string' && isMissing(value, inlineValue))
    throw usage(command, `选项 ${rawName} 须带值：${rawName} ${spec.value ?? ''}`);
}

/** The next option is not the value of this one. */
const isMissing = (value: string | undefined, inline: boolean | undefined): boolean =>
  value === undefined || value === '' || (inline !== true && value.startsWith('--'));

function checkPositionals(command: Command, given: readonly string[]): void {
  const missing = command.positionals[given.length];
  if (missing?.startsWith('[') === false) throw usage(command, `缺少参数 ${missing}`);
  const extra = given[command.positionals.length];
  if (extra !== undefined) throw usage(command, `多余的参数 ${extra}`);
}

const usage = ({ name }: Command, sentence: string): CommandFailure =>
  new CommandFailure('usage', `${sentence}\n用法见：npx liuhen ${name} --help`);
