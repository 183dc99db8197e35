import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isRunning,
  thisProcess,
  type ProcessIdentity,
} from '../../../../deploy/embedded-postgres/process-table';

/** Where the server of a data directory is reached, for the commands on the same machine. Holds no secret. */
export interface ServerFile extends ProcessIdentity {
  readonly url: string;
}

const pathIn = (dataDir: string): string => join(dataDir, 'server.json');

/** Whole before it has its name, so that nobody reads half of it. */
export function writeServerFile(dataDir: string, url: string): void {
  const { pid, start } = thisProcess();
  const draft = `${pathIn(dataDir)}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify({ url, pid, start })}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, pathIn(dataDir));
}

export const removeServerFile = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });

/** `undefined` where no server runs: one that was killed leaves its file behind, and its number to another process. */
export function liveServer(dataDir: string): ServerFile | undefined {
  if (!existsSync(pathIn(dataDir))) return undefined;
  const server: unknown = JSON.parse(readFileSync(pathIn(dataDir), 'utf8'));
  return isServerFile(server) && isRunning(server) ? server : undefined;
}

function isServerFile(value: unknown): value is ServerFile {
  const { url, pid, start } = Object(value) as Partial<ServerFile>;
  return typeof url === 'string' && typeof pid === 'number' && typeof start === 'string';
}
