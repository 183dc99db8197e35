import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PlantedTree, PROJECT } from '../architecture/planted-tree';
import { registered, written } from './recipe';

/** All that a checkout has, but for what is installed, built or kept. */
const CHECKOUT = [
  ...['apps', 'bench', 'deploy', 'docs', 'libs', 'samples', 'test'],
  ...['.dependency-cruiser.cjs', '.prettierrc.json', '.swcrc', 'eslint.config.mjs', 'jest.config.cjs'],
  ...['nest-cli.json', 'package.json', 'tsconfig.json'],
];

const files = Object.keys(written);
const specs = files.filter((file) => file.endsWith('spec.ts'));
const folder = join('libs', 'supervision', 'src', 'case-reminder');

describe('the act that docs/extend.md builds', () => {
  let tree: PlantedTree;

  beforeAll(() => {
    tree = new PlantedTree(CHECKOUT, { ...written, ...registered() });
  });
  afterAll(() => tree.remove());

  /** What a program says in the copy, and whether it found fault. */
  function run(program: string, ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(PROJECT, 'node_modules', program), ...args],
      { cwd: tree.path, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
    );
    return { status, said: stdout + stderr };
  }

  const succeeds = { status: 0, said: expect.any(String) as string };

  it('is a whole slice, and its line in the list of acts', () => {
    expect(files.filter((file) => file.startsWith(folder))).toHaveLength(files.length - 1);
    expect(Object.values(registered())[0]).toMatch(/^import \{ caseReminderAct \}.*^ {2}caseReminderAct,$/ms);
  });

  it('compiles', () => {
    expect(run('typescript/bin/tsc', '--noEmit', '-p', '.')).toEqual(succeeds);
  });

  it('keeps to the direction of imports, and to the rules of style', () => {
    const config = ['--config', '.dependency-cruiser.cjs'];
    expect(run('dependency-cruiser/bin/dependency-cruise.mjs', ...config, 'libs', 'test')).toEqual(succeeds);
    expect(run('eslint/bin/eslint.js', ...files)).toEqual(succeeds);
    expect(run('prettier/bin/prettier.cjs', '--check', ...files)).toEqual(succeeds);
  });

  it('decides as it is specified, and is owed, answered and told over HTTP', () => {
    const { status, said } = run(
      'jest/bin/jest.js',
      ...['--selectProjects', 'unit', 'e2e', '--runInBand', '--runTestsByPath', ...specs],
    );
    expect({ status, said }).toEqual({
      status: 0,
      said: expect.stringMatching(/5 passed, 5 total/) as string,
    });
  });
});
