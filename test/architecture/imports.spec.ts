import { join } from 'node:path';
import { ACCOMPLICES, LAWFUL, PLANTED } from './imports.planted';
import { PROJECT, PlantedTree, reportOf } from './planted-tree';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

interface Report {
  readonly summary: { readonly violations: readonly Violation[] };
}

const CONFIGURATION = '.dependency-cruiser.cjs';
const ROOTS = ['apps', 'libs', 'deploy', 'bench', 'test'];

function violationsIn(directory: string): readonly string[] {
  const args = ['--config', CONFIGURATION, '--output-type', 'json', ...ROOTS];
  const report = reportOf(directory, 'dependency-cruiser/bin/dependency-cruise.mjs', args) as Report;
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the direction of imports', () => {
  let tree: PlantedTree;
  let found: readonly string[];

  beforeAll(() => {
    const planted = Object.values(PLANTED).reduce((all, files) => ({ ...all, ...files }), {});
    tree = new PlantedTree([CONFIGURATION, 'package.json', 'tsconfig.json'], { ...LAWFUL, ...planted });
    found = violationsIn(tree.path);
  }, 60_000);

  afterAll(() => tree.remove());

  const cases = Object.entries(PLANTED).flatMap(([rule, files]) =>
    Object.keys(files)
      .filter((file) => !ACCOMPLICES.includes(file))
      .map((file) => [rule, file] as const),
  );

  it.each(cases)('rule %s finds %s', (rule, file) => {
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(`${rule}: ${file} `)]));
  });

  it.each(Object.keys(LAWFUL))('finds no fault with %s', (file) => {
    expect(found.filter((violation) => violation.includes(`: ${file} `))).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a configuration file, by the path that the tool is given
    const { forbidden } = require(join(PROJECT, CONFIGURATION)) as { forbidden: readonly { name: string }[] };
    expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('is kept by this project', () => {
    expect(violationsIn(PROJECT)).toEqual([]);
  }, 60_000);
});
