import type { Readable } from 'node:stream';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly environment: Environment;
  readonly input: Readable;
  /** A line of the result. */
  readonly out: (line: string) => void;
  /** A line for the person in front of it: news, warnings, faults. */
  readonly err: (line: string) => void;
  /** Replaces the last line of this kind; `undefined` where nobody would see it move. */
  readonly status: ((line: string) => void) | undefined;
}

const CLEAR_LINE = '\r\u001b[2K';

/**
 * Standard output is for results alone: whoever started a server waits for its one line there, and nothing that a
 * library prints may come between. All else goes to standard error.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  stdout.on('error', endQuietlyIfNobodyReads);
  return {
    environment: process.env,
    input: process.stdin,
    out: (line) => void write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    status: stderr.isTTY ? (line) => void stderr.write(`${CLEAR_LINE}${line}`) : undefined,
  };
}

/** `liuhen … | head` is no fault. */
function endQuietlyIfNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
