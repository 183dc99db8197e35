import { readFileSync, renameSync, linkSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, codeOf, dataDirectoryInUse } from './errors';
import {
  type ProcessIdentity,
  type RunningProcess,
  endsWithin,
  identityIn,
  isRunning,
  runningProcess,
  signal,
} from './process-table';
import { unfinishedName } from './unfinished';

/** PostgreSQL gives a clean shutdown as long as it needs; an orphan that takes longer is cut off and recovers. */
const CLEAN_SHUTDOWN_MS = 30_000;
const CUT_OFF_MS = 10_000;
const EMPTY_PID_FILE_MS = 5_000;

/**
 * Makes the cluster free to start. The process table is the only lock: every server carries its owner's
 * identity in its command line, which appears and disappears with it, so nothing can be left stale.
 * @throws EmbeddedPostgresError `data-directory-in-use` when its owner lives, or it is not one of ours.
 */
export async function takeOver(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const content = contentOf(pidFile);
  if (content === undefined) return;
  const server = serverOf(content);
  if (server && isPostgres(server)) {
    const owner = ownerOf(server, cluster);
    if (!owner || isRunning(owner)) throw dataDirectoryInUse(owner?.pid ?? server.pid);
    log(`上次运行遗留的数据库进程 ${server.pid} 仍在运行，先予停止`);
    await stopOrphan(server);
    return;
  }
  const beingWritten = content.trim() === '' && Date.now() - statSync(pidFile).mtimeMs < EMPTY_PID_FILE_MS;
  // PostgreSQL itself replaces the file of a process that is gone, but not when its number is used again.
  if (!beingWritten) removeIfUnchanged(pidFile, content);
}

function serverOf(pidFileContent: string): RunningProcess | undefined {
  const pid = Number.parseInt(pidFileContent, 10);
  return pid > 0 ? runningProcess(pid) : undefined;
}

/** A backend calls itself `postgres: …`. What the system does not let us see might be a server. */
const isPostgres = ({ commandLine }: RunningProcess): boolean =>
  commandLine === '' || /(?:^|\/)postgres(?: |$)/.test(commandLine);

function ownerOf({ commandLine }: RunningProcess, cluster: string): ProcessIdentity | undefined {
  if (!commandLine.includes(` -D ${cluster} `)) return undefined;
  return identityIn(/ liuhen\.owner=\S+/.exec(commandLine)?.[0] ?? '');
}

async function stopOrphan(server: ProcessIdentity): Promise<void> {
  signal(server.pid, 'SIGINT');
  if (await endsWithin(server, CLEAN_SHUTDOWN_MS)) return;
  signal(server.pid, 'SIGQUIT');
  if (await endsWithin(server, CUT_OFF_MS)) return;
  throw new EmbeddedPostgresError('orphan-not-stopped', `上次运行遗留的数据库进程 ${server.pid} 无法停止`);
}

/** Somebody who starts at the same moment may have written a new file since; that one is put back. */
function removeIfUnchanged(pidFile: string, content: string): void {
  const aside = unfinishedName(pidFile);
  try {
    renameSync(pidFile, aside);
    if (contentOf(aside) !== content) linkSync(aside, pidFile);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
