import { LAWFUL, PLANTED } from './lint.planted';
import { PlantedTree, reportOf } from './planted-tree';

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly message: string;
    readonly severity: number;
  }[];
}

describe('the manner of writing', () => {
  let tree: PlantedTree;
  let found: readonly string[];

  beforeAll(() => {
    const planted = Object.fromEntries(PLANTED.map(({ file, content }) => [file, content]));
    tree = new PlantedTree(['eslint.config.mjs', 'package.json', 'tsconfig.json'], { ...LAWFUL, ...planted });
    const reports = reportOf(tree.path, 'eslint/bin/eslint.js', [
      '--format',
      'json',
      '.',
    ]) as readonly FileReport[];
    found = reports.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, message }) => `${filePath.slice(tree.path.length + 1)} ${String(ruleId)}: ${message}`,
      ),
    );
  }, 60_000);

  afterAll(() => tree.remove());

  it.each(PLANTED)('$rule finds fault with $file', ({ file, rule }) => {
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(`${file} ${rule}: `)]));
  });

  it.each(Object.keys(LAWFUL))('finds no fault with %s', (file) => {
    expect(found.filter((fault) => fault.startsWith(`${file} `))).toEqual([]);
  });
});
