import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, codeOf } from './errors';
import { runsAsRoot } from './server-user';

/**
 * Where things go that the server's user cannot reach where they are: the same directory for the same
 * path at every start. The first is where nobody else can write, so nobody else can have made it.
 */
export function substituteFor(kind: 'data' | 'postgresql', path: string): readonly string[] {
  const name = `liuhen-${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return [runsAsRoot() ? '/var/lib' : cache, '/var/tmp'].map((parent) => join(parent, name));
}

/**
 * Makes the directory, or takes it when it is ours and only we can write in it.
 * @returns false where such a directory cannot be made.
 * @throws EmbeddedPostgresError `substitute-untrusted` when somebody else got there first.
 */
export function claim(directory: string): boolean {
  const mode = runsAsRoot() ? 0o711 : 0o700;
  try {
    mkdirSync(dirname(directory), { recursive: true });
    mkdirSync(directory, { mode });
    chmodSync(directory, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return false;
  }
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError(
      'substitute-untrusted',
      `${directory} 不是本用户所建或他人可写，不予使用；请核实后移走`,
    );
  }
  return true;
}

/** The real path, also of what does not exist yet; as it stands where we may not look. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? join(realPath(dirname(path)), basename(path)) : path;
  }
}
