import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, EXIT_MEANINGS } from './exit-codes';
import { displayWidth, exitsOf, generalHelp, helpOf } from './help';
import { COMMANDS, liuhen } from './main';

describe('the help', () => {
  it('lists every command with what it is for', () => {
    for (const { name, summary } of COMMANDS) {
      expect(generalHelp(COMMANDS)).toContain(`  ${name}`);
      expect(generalHelp(COMMANDS)).toContain(summary);
    }
  });

  it.each(COMMANDS)('of $name has its options and the exit codes it can end with', (command) => {
    const help = helpOf(command);
    for (const name of Object.keys(command.options)) expect(help).toContain(`  --${name}`);
    for (const exit of exitsOf(command))
      expect(help).toContain(`  ${String(codeOf(exit))}  ${EXIT_MEANINGS[exit]}`);
  });

  it.each(COMMANDS)('of $name is found in the guide', ({ name }) => {
    const guide = readFileSync(join(__dirname, '../../../docs/guides/cli.md'), 'utf8');
    expect(guide).toContain(`| \`npx liuhen ${name}`);
  });

  it('aligns Chinese text, which is twice as wide', () => {
    expect(displayWidth('--as 人员ID')).toBe(11);
    const columns = helpOf(COMMANDS[1] ?? fail())
      .split('\n')
      .filter((line) => line.startsWith('  --'));
    const starts = columns.map((line) => displayWidth(line.slice(0, line.lastIndexOf('  '))));
    expect(new Set(starts).size).toBe(1);
  });
});

describe('liuhen', () => {
  const run = async (...args: readonly string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = {
      environment: {},
      input: process.stdin,
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line),
      status: undefined,
    };
    return { exit: await liuhen(args, terminal), out: out.join('\n'), err: err.join('\n') };
  };

  it.each([['help'], ['--help'], ['-h']])('shows the help on %s', async (arg) => {
    expect(await run(arg)).toMatchObject({ exit: 'ok', out: generalHelp(COMMANDS) });
  });

  it('shows the help without a command too, but that is a mistake', async () => {
    expect(await run()).toMatchObject({ exit: 'usage', out: generalHelp(COMMANDS) });
  });

  it('shows a command’s help without running it', async () => {
    expect(await run('import', '--help')).toMatchObject({ exit: 'ok', err: '' });
  });

  it.each([
    ['--register 须为', ['matters', '--register', 'pdf', '--out', 'x']],
    ['--register、--year 和 --out', ['matters', '--register', 'csv']],
    ['只给出一个', ['history']],
    ['只给出一个', ['history', '（2026）黔0102民初1号', '--court', '黔0102']],
  ])('says before it asks anybody what is missing: %s', async (sentence, args) => {
    expect(await run(...args)).toMatchObject({ exit: 'usage', err: expect.stringContaining(sentence) });
  });

  it.each([
    ['请用 --policy', ['verify', 'bundle.zip']],
    ['缺少参数', ['verify']],
    ['没有选项', ['verify', 'bundle.zip', '--all']],
  ])('ends with no verdict where none can be given: %s', async (sentence, args) => {
    expect(await run(...args)).toMatchObject({
      exit: 'verdict-none',
      err: expect.stringContaining(sentence),
    });
  });

  it('says so when there is no such command', async () => {
    expect(await run('improt')).toMatchObject({
      exit: 'usage',
      out: '',
      err: expect.stringContaining('没有命令 improt'),
    });
  });
});

const fail = (): never => {
  throw new Error('no such command');
};
