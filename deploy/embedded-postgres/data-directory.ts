import { chmodSync, existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, codeOf } from './errors';
import { type ServerUser, canEnter, runsAsRoot, serverUserFor } from './server-user';
import { claim, realPath, substituteFor } from './substitute';

/**
 * What is kept where. The directory itself belongs to whoever starts the server, so that the server's
 * user can change nothing in it but its own `cluster`.
 */
export interface DataDirectory {
  readonly path: string;
  readonly cluster: string;
  readonly credentials: string;
  readonly serverLog: string;
  readonly port: string;
  readonly user: ServerUser;
}

/** The data directory if there are data in it; where they really are. */
export const existingDataDirectory = (requested: string): DataDirectory | undefined =>
  places(requested).find(({ cluster }) => existsSync(cluster));

/**
 * Finds or makes the data directory; as root it must be one that the server's user can enter.
 * Data that exist are used where they are and never left behind for a new, empty place.
 */
export function placeDataDirectory(requested: string, log: (line: string) => void): DataDirectory {
  const [directory, ...substitutes] = places(requested);
  if (!runsAsRoot()) return ofNormalUser(directory);
  if (existsSync(directory.cluster)) {
    if (canEnter(directory.user, directory.cluster)) return directory;
    throw unreachable(directory);
  }
  const used = existingDataDirectory(requested);
  if (!used && makeEnterable(directory)) return directory;
  const substitute = used ?? substitutes.find(({ path }) => claim(path));
  if (!substitute) throw unreachable(directory);
  claim(substitute.path);
  log(`${directory.path} 的上级目录不允许数据库用户进入，数据改存于 ${substitute.path}`);
  return substitute;
}

/** The directory asked for, and the substitutes that root may have to use instead. */
function places(requested: string): readonly [DataDirectory, ...DataDirectory[]] {
  const path = realPath(resolve(requested));
  return [layout(path), ...(runsAsRoot() ? substituteFor('data', path).map(layout) : [])];
}

function layout(path: string): DataDirectory {
  const cluster = join(path, 'cluster');
  return {
    path,
    cluster,
    credentials: join(path, 'credentials.json'),
    serverLog: join(path, 'server.log'),
    port: join(path, 'port'),
    user: serverUserFor(cluster),
  };
}

function ofNormalUser(directory: DataDirectory): DataDirectory {
  try {
    mkdirSync(directory.path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unreachable(directory, error);
  }
  const { uid } = statSync(directory.path);
  if (uid !== process.getuid?.() || !canEnter(undefined, directory.path)) throw unreachable(directory);
  return directory;
}

/**
 * Others may pass through the data directory, to the cluster, which is its user's alone. One that we make they
 * cannot list; one that was there keeps the mode that somebody chose.
 */
function makeEnterable(directory: DataDirectory): boolean {
  const { path, user } = directory;
  let made: string | undefined;
  try {
    made = mkdirSync(path, { recursive: true });
    chmodSync(path, made ? 0o711 : statSync(path).mode | 0o001);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR') throw unreachable(directory, error);
    return false;
  }
  if (canEnter(user, path)) return true;
  if (made) removeEmpty(path, made);
  return false;
}

/** Removes the empty directories from `path` up to and including `top`. */
function removeEmpty(path: string, top: string): void {
  rmdirSync(path);
  if (path !== top) removeEmpty(dirname(path), top);
}

function unreachable({ path }: DataDirectory, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-directory-unreachable',
    `运行数据库的用户无法使用数据目录 ${path}；请检查其所有者及各上级目录的权限，或另行指定数据目录`,
    { cause },
  );
}
