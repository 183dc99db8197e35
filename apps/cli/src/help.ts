import type { Command } from './command';
import { codeOf, EXIT_MEANINGS, type Exit } from './exit-codes';

const EVERY_COMMAND: readonly Exit[] = ['ok', 'fault', 'usage'];

export function generalHelp(commands: readonly Command[]): string {
  return [
    '留痕：法院审判监督管理全程留痕系统',
    '',
    '用法：npx liuhen 命令 [参数] [选项]',
    '',
    '命令：',
    ...columns(commands.map((command) => [synopsis(command), command.summary])),
    '',
    '每个命令的选项和退出码：npx liuhen 命令 --help',
  ].join('\n');
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, { value, short, about }]) =>
      [
        `--${name}${short === undefined ? '' : `, -${short}`}${value === undefined ? '' : ` ${value}`}`,
        about,
      ] as const,
  );
  const exits = exitsOf(command).toSorted((a, b) => codeOf(a) - codeOf(b));
  return [
    `用法：npx liuhen ${synopsis(command)} [选项]`,
    '',
    `${command.summary}。`,
    ...section('选项', columns([...options, ['--help', '显示本说明']])),
    ...section(
      '说明',
      command.notes.map((note) => `  ${note}`),
    ),
    ...section('退出码', columns(exits.map((exit) => [String(codeOf(exit)), EXIT_MEANINGS[exit]]))),
  ].join('\n');
}

export const exitsOf = ({ exits, undone }: Command): readonly Exit[] =>
  undone === undefined ? [...EVERY_COMMAND, ...exits] : exits;

const synopsis = ({ name, positionals }: Command): string => [name, ...positionals].join(' ');

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}：`, ...lines];

function columns(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`);
}

/** Columns that a text takes on a terminal: Chinese characters and full-width signs take two. */
export const displayWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/u.test(character) ? 2 : 1), 0);
