import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const PROJECT = join(__dirname, '..', '..');

/** Files of a small project that has the real one's configuration and packages. */
export type Files = Readonly<Record<string, string>>;

export class PlantedTree {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'liuhen-planted-')));

  /** @param configuration names of files and folders of the real project, as they are. */
  constructor(configuration: readonly string[], files: Files) {
    for (const name of configuration) cpSync(join(PROJECT, name), join(this.path, name), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(this.path, 'node_modules'));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      writeFileSync(join(this.path, file), content);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** What a tool of the project writes as JSON about the tree in `directory`, whether or not it finds fault. */
export function reportOf(directory: string, program: string, args: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, 'node_modules', program), ...args], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!/^[[{]/.test(stdout)) throw new Error(`${program} failed: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}
