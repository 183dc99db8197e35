import { type ChildProcess, spawn } from 'node:child_process';
import { type DataDirectory } from './data-directory';
import { SERVER_ENVIRONMENT } from './settings';

/**
 * Ends when its input does, which happens however this process dies, then stops the server: cleanly at
 * first, after a minute by force. It must not share our fate, so it ignores signals to the whole group.
 */
const SCRIPT = `
trap '' INT TERM HUP
while read -r _; do :; done
kill -INT "$1" 2>/dev/null || exit 0
tenths=0
# The pid file goes with a clean shutdown, while the process may stay in the table for want of a parent.
while [ -e "$2/postmaster.pid" ] && kill -0 "$1" 2>/dev/null && [ $tenths -lt 700 ]; do
  [ $tenths -eq 600 ] && kill -QUIT "$1"
  tenths=$((tenths + 1))
  sleep 0.1
done
`;

/** PostgreSQL does not notice that its parent died; this small shell does. */
export function watchOver(
  serverPid: number,
  { cluster, user }: DataDirectory,
  log: (line: string) => void,
): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'liuhen-postgres-watcher', String(serverPid), cluster], {
    ...user,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.once('error', (error) => {
    log(`数据库看护进程未能启动（${error.message}）；若本进程被强行结束，遗留的数据库在下次启动时停止`);
  });
  return watcher;
}
