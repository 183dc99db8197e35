import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './planted-tree';

interface NestProject {
  readonly type: 'application' | 'library';
  readonly root: string;
  readonly entryFile: string;
  readonly sourceRoot: string;
}

const { projects } = JSON.parse(readFileSync(join(PROJECT, 'nest-cli.json'), 'utf8')) as {
  readonly projects: Readonly<Record<string, NestProject>>;
};

/** The console is a program for browsers; Nest knows nothing of it. */
const NOT_OF_NEST = ['apps/console'];

const foldersIn = (parent: string): readonly string[] =>
  readdirSync(join(PROJECT, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`)
    .filter((folder) => !NOT_OF_NEST.includes(folder));

describe('nest-cli.json', () => {
  it('names exactly the folders of apps and libs', () => {
    const roots = Object.values(projects).map(({ root }) => root);
    expect(roots.sort()).toEqual([...foldersIn('apps'), ...foldersIn('libs')].sort());
  });

  it.each(Object.entries(projects))('tells what %s is and where it begins', (name, project) => {
    const [parent, type, entryFile] = project.root.startsWith('apps/')
      ? ['apps', 'application', 'main']
      : ['libs', 'library', 'index'];
    expect(project).toEqual({
      type,
      root: `${parent}/${name}`,
      entryFile,
      sourceRoot: `${parent}/${name}/src`,
    });
    expect(existsSync(join(PROJECT, project.sourceRoot, `${entryFile}.ts`))).toBe(true);
  });
});
