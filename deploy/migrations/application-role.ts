import { hkdfSync } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { MigrationError } from './errors';
import { scramVerifier } from './scram-verifier';

/** Everything that the application may do is granted to this role. It owns nothing. */
export const APPLICATION_ROLE = 'liuhen_app';

/**
 * The URL by which the application connects, from the owner's. Its password is derived from the owner's
 * (RFC 5869), so that there is one secret to keep: the owner's must be a generated one.
 *
 * @throws MigrationError `owner-password-missing`
 */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  if (url.password === '')
    throw new MigrationError(
      'owner-password-missing',
      '数据库所有者的连接地址没有密码，无法由它派生应用角色的密码；请另行设置 DATABASE_APP_URL',
    );
  url.username = APPLICATION_ROLE;
  url.password = derivedPassword(decodeURIComponent(url.password));
  return url.href;
}

const derivedPassword = (ownerPassword: string): string =>
  Buffer.from(hkdfSync('sha256', ownerPassword, '', 'liuhen application role', 32)).toString('base64url');

/** Roles belong to the whole server: another database's migration may make it at the same moment. */
export async function ensureApplicationRole(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  if (rowCount === 1) return;
  try {
    await owner.query(`create role ${APPLICATION_ROLE} login`);
  } catch (error) {
    const state = sqlStateOf(error);
    if (state === '42501')
      throw new MigrationError(
        'application-role-missing',
        `数据库中没有角色 ${APPLICATION_ROLE}，且当前用户无权创建；请由管理员执行 create role ${APPLICATION_ROLE} login，并设置 DATABASE_APP_URL`,
        { cause: error },
      );
    if (state !== '42710' && state !== '23505') throw error;
  }
}

/** Sets the derived password unless it works already, so that a changed owner's password carries over. */
export async function ensureDerivedPassword(owner: Client, url: string): Promise<void> {
  for (let attempt = 1; !(await canLogIn(url)); attempt++) {
    const verifier = scramVerifier(new URL(url).password);
    try {
      await owner.query(`alter role ${APPLICATION_ROLE} login password '${verifier}'`);
    } catch (error) {
      if (sqlStateOf(error) !== CONCURRENTLY_UPDATED || attempt === 10) throw unusable(error);
    }
  }
}

/** Another database's migration changes the role at the same moment. */
const CONCURRENTLY_UPDATED = 'XX000';

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes(sqlStateOf(error) ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** @throws MigrationError if the URL's user lacks the application's rights, or has more than these. */
export async function checkApplicationUser(url: string, owner: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ member: boolean; powerful: boolean }>(CHECK_USER, [
      APPLICATION_ROLE,
      owner,
    ]);
    if (rows[0]?.member !== true) throw unusable(undefined);
    if (rows[0].powerful)
      throw new MigrationError(
        'application-role-too-powerful',
        `应用所用的数据库用户可以改动日志：它是超级用户、可建角色，或属于所有者 ${owner}`,
      );
  } catch (error) {
    throw error instanceof MigrationError ? error : unusable(error);
  } finally {
    await client.end();
  }
}

const CHECK_USER = `
  select pg_has_role(current_user, $1, 'usage') as member,
         rolsuper or rolcreaterole or rolreplication or pg_has_role(current_user, $2, 'member') as powerful
  from pg_roles where rolname = current_user`;

const unusable = (cause: unknown): MigrationError =>
  new MigrationError(
    'application-role-unusable',
    `应用无法以角色 ${APPLICATION_ROLE}（或其成员）连接数据库；请检查 DATABASE_APP_URL 或该角色的密码`,
    { cause },
  );

const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof DatabaseError ? error.code : undefined;
