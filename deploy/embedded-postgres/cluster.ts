import { type SpawnOptions, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Binaries } from './binaries';
import { type DataDirectory } from './data-directory';
import { EmbeddedPostgresError } from './errors';
import { type Credentials, firstStatements } from './roles';
import { type ServerUser } from './server-user';
import { SERVER_ENVIRONMENT, durabilitySettings } from './settings';
import { removeAbandoned, unfinishedName } from './unfinished';

interface Initialisation {
  readonly directory: DataDirectory;
  readonly binaries: Binaries;
  readonly credentials: Credentials;
  readonly durable: boolean;
}

/** Makes the cluster, with its roles and database, unless there is one; `cluster` exists only when it is complete. */
export async function ensureCluster(initialisation: Initialisation): Promise<void> {
  const { cluster } = initialisation.directory;
  if (existsSync(cluster)) return;
  removeAbandoned(cluster);
  const unfinished = unfinishedName(cluster);
  try {
    await initialise(unfinished, initialisation);
    renameSync(unfinished, cluster);
    if (initialisation.durable) syncDirectory(initialisation.directory.path);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
    // Somebody else's first start was faster: the cluster is theirs, and the credentials are the same.
    if (!existsSync(cluster)) throw error;
  }
}

/** @throws EmbeddedPostgresError `data-directory-other-major` */
export function refuseOtherMajor({ cluster }: DataDirectory, { major }: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new EmbeddedPostgresError(
    'data-directory-other-major',
    `数据目录 ${cluster} 由 PostgreSQL ${found} 建立，本版本内置 PostgreSQL ${major}，不能直接打开；` +
      '请用原版本导出后再导入，或另行指定数据目录',
  );
}

async function initialise(
  cluster: string,
  { directory, binaries, credentials, durable }: Initialisation,
): Promise<void> {
  const passwordFile = `${cluster}.password`;
  try {
    mkdirSync(cluster, { mode: 0o700 });
    writeFileSync(passwordFile, credentials.postgres, { mode: 0o600, flag: 'wx' });
    give(cluster, directory.user);
    give(passwordFile, directory.user);
    await initdb(cluster, passwordFile, { directory, binaries, durable });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const single = [
    '--single',
    '-D',
    cluster,
    '-c',
    'exit_on_error=on',
    ...durabilitySettings(durable),
    'postgres',
  ];
  await run(binaries.postgres, single, directory.user, firstStatements(credentials));
}

/** Characters are classified as Chinese text needs it where the system has C.UTF-8, by bytes where it does not. */
async function initdb(
  cluster: string,
  passwordFile: string,
  { directory, binaries, durable }: Omit<Initialisation, 'credentials'>,
): Promise<void> {
  const options = ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  options.push('--encoding=UTF8', '--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync']));
  try {
    await run(binaries.initdb, [...options, '--locale=C.UTF-8'], directory.user);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.message.includes('invalid locale name')))
      throw error;
    await run(binaries.initdb, [...options, '--locale=C'], directory.user);
  }
}

async function run(program: string, args: readonly string[], user: ServerUser, input = ''): Promise<void> {
  const options: SpawnOptions = {
    ...user,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'pipe'],
  };
  const child = spawn(program, args, options);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  child.stdin?.on('error', () => undefined).end(input);
  const [status, complaint] = await Promise.all([ended, child.stderr ? text(child.stderr) : '']);
  if (status !== 0) {
    throw new EmbeddedPostgresError(
      'initialisation-failed',
      `数据库初始化失败（${program}）：\n${complaint.trim()}`,
    );
  }
}

function give(path: string, user: ServerUser): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function syncDirectory(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
