import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SigningFailure } from '../signing-failure';

/** What is kept of each log is in a folder of its own, named by the origin. */
export const logFolder = (directory: string, origin: string): string =>
  join(directory, encodeURIComponent(origin));

/** @throws SigningFailure `directory-missing` */
export function checkDirectory(directory: string): void {
  if (!existsSync(directory))
    throw new SigningFailure('directory-missing', `没有目录 ${directory}，请先执行 init`);
}

/** The origins of which something is kept. @throws SigningFailure `directory-missing` */
export function originsIn(directory: string): readonly string[] {
  checkDirectory(directory);
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => decodeURIComponent(name))
    .sort();
}
