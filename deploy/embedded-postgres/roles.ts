import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type DataDirectory } from './data-directory';
import { EmbeddedPostgresError, codeOf } from './errors';
import { unfinishedName } from './unfinished';

/** The owner migrates, and makes the application's role when it does; postgres is for operators. */
const ROLES = ['postgres', 'liuhen_owner'] as const;
export type Role = (typeof ROLES)[number];
export type Credentials = Readonly<Record<Role, string>>;

export const DATABASE = 'liuhen';

/**
 * The passwords of this data directory, generated before its cluster; of several first starts at once
 * the first one's count.
 */
export function ensureCredentials({ credentials, cluster }: DataDirectory): Credentials {
  if (!existsSync(credentials)) {
    if (existsSync(cluster)) throw incomplete(credentials);
    generate(credentials);
  }
  const stored: unknown = JSON.parse(read(credentials));
  if (!isCredentials(stored)) throw incomplete(credentials);
  return stored;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EmbeddedPostgresError('data-directory-unreachable', `当前用户无权读取 ${path}`, {
      cause: error,
    });
  }
}

/** A link, unlike a rename, does not replace what somebody else was faster to put there. */
function generate(path: string): void {
  const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')]));
  const mine = unfinishedName(path);
  writeFileSync(mine, JSON.stringify(passwords), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(mine, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
}

const incomplete = (path: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    'credentials-missing',
    `数据目录中的数据库口令文件 ${path} 缺失或不完整，请从备份恢复`,
  );

const isCredentials = (value: unknown): value is Credentials =>
  typeof value === 'object' &&
  value !== null &&
  ROLES.every((role) => typeof (value as Partial<Record<Role, unknown>>)[role] === 'string');

/** Run once in single-user mode, before anybody can connect: an owner as on a real server, no superuser. */
export const firstStatements = ({ liuhen_owner: password }: Credentials): string =>
  `CREATE ROLE liuhen_owner LOGIN CREATEDB CREATEROLE PASSWORD '${password}';\n` +
  `CREATE DATABASE ${DATABASE} OWNER liuhen_owner;\n`;
