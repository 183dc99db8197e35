import {
  closeSync,
  constants,
  copyFileSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';

const MAX_BYTES = 5 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;
const TAIL_LINES = 15;

/** The server writes to the file itself, so that it depends on nobody reading; a symbolic link is refused. */
export function openServerLog(path: string): number {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  return openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
}

/** Keeps the log and one older part; appending goes on in the same file, which the server holds open. */
export function boundServerLog(path: string, maxBytes = MAX_BYTES): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return;
  const older = `${path}.1`;
  rmSync(older, { force: true });
  copyFileSync(path, older, constants.COPYFILE_EXCL);
  truncateSync(path);
}

/** The last lines that the process wrote; of the whole log when it wrote none. */
export function tailOf(path: string, pid?: number): string {
  const lines = end(path).split('\n');
  const own = lines.filter((line) => line.includes(`[${pid}]`));
  return (own.length > 0 ? own : lines).slice(-TAIL_LINES).join('\n').trim();
}

function end(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    const size = statSync(path).size;
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
