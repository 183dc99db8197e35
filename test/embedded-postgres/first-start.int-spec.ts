import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
  appendFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { embeddedPostgresAt } from '../../deploy/embedded-postgres';
import { Checkout } from './checkout';
import { eventually, processesWith, query, type Run, type Started } from './run';
import { SELF, USERS } from './users';

describe.each(USERS)('a first start as $name', (user) => {
  let checkout: Checkout;
  const at = (...parts: readonly string[]): string => join(checkout.path, ...parts);
  let run: Run;
  let server: Started;

  beforeAll(async () => {
    checkout = new Checkout(user);
    run = checkout.start('data/postgres');
    server = await run.started();
  });

  afterAll(async () => {
    await run.stop();
    checkout.remove();
  });

  it('asks for passwords that it generated, and keeps them to itself', async () => {
    await expect(query(server.ownerUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await expect(query(server.ownerUrl.replace(/:[^:@]+@/, '@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(at('data/postgres/credentials.json')).mode & 0o777).toBe(0o600);
    expect(statSync(at('data/postgres/cluster')).mode & 0o777).toBe(0o700);
  });

  it('lets nobody in by any other way', async () => {
    const rules = await query(server.operatorUrl, 'select distinct auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
    expect(readFileSync(at('data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[4]).toBe('');
    const listening = await query(server.operatorUrl, "select current_setting('listen_addresses') as at");
    expect(listening).toEqual([{ at: '127.0.0.1' }]);
    expect(listeners(server.port)).toEqual(['0100007F']);
  });

  it('makes an owner that is no superuser, but can make databases and the application’s role', async () => {
    const [owner] = await query(
      server.ownerUrl,
      'select rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = current_user',
    );
    expect(owner).toEqual({
      rolname: 'liuhen_owner',
      rolsuper: false,
      rolcreatedb: true,
      rolcreaterole: true,
      rolreplication: false,
    });
    await expect(query(server.ownerUrl, 'alter role postgres nologin')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('checks its pages, keeps Chinese text and knows its characters as letters', async () => {
    const [settings] = await query(
      server.ownerUrl,
      `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
              '合议庭' ~ '^[[:alpha:]]+$' as letters`,
    );
    expect(settings).toEqual({ checksums: 'on', encoding: 'UTF8', letters: true });
  });

  it('tells others of its user where it listens, and makes nothing where there is none', () => {
    expect(embeddedPostgresAt(at('data/postgres'))?.ownerUrl).toBe(server.ownerUrl);
    expect(embeddedPostgresAt(at('nowhere'))).toBeUndefined();
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('leaves nothing unfinished behind', () => {
    expect(readdirSync(at('data/postgres')).sort()).toEqual([
      'cluster',
      'credentials.json',
      'port',
      'server.log',
    ]);
  });

  it('is refused where a server is running, naming whose it is', async () => {
    const second = checkout.start('data/postgres');
    const failure = await second.failed();
    expect(failure).toEqual({ code: 'data-directory-in-use', message: `数据目录正在被进程 ${run.pid} 使用` });
    expect(await second.exited).toBe(1);
    expect(await query(server.ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('is won by one of two at the same moment', async () => {
    const runs = [checkout.start('twins'), checkout.start('twins')];
    const outcomes = await Promise.all(runs.map((each) => Promise.any([each.started(), each.failed()])));
    const winners = runs.filter((_, index) => 'ownerUrl' in (outcomes[index] ?? {}));
    expect(winners).toHaveLength(1);
    expect(outcomes).toContainEqual({
      code: 'data-directory-in-use',
      message: `数据目录正在被进程 ${winners[0]?.pid} 使用`,
    });
    const { ownerUrl } = (await winners[0]?.started()) ?? { ownerUrl: '' };
    expect(await query(ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(readdirSync(at('twins')).filter((name) => name.includes('.new-'))).toEqual([]);
    await winners[0]?.stop();
  });

  it('begins anew after it was killed half way', async () => {
    const killed = checkout.start('interrupted');
    const unfinished = await eventually(() => unfinishedIn(at('interrupted')));
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(unfinished).toHaveLength(1);
    expect(existsSync(at('interrupted/cluster'))).toBe(false);
    const again = checkout.start('interrupted');
    const { ownerUrl } = await again.started();
    expect(await query(ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(unfinishedIn(at('interrupted'))).toBeUndefined();
    await again.stop();
    await eventually(() => (processesWith(at('interrupted')).length === 0 ? true : undefined));
  });
});

describe('a start on data that cannot be used', () => {
  let checkout: Checkout;
  const at = (...parts: readonly string[]): string => join(checkout.path, ...parts);

  beforeAll(async () => {
    checkout = new Checkout(SELF);
    const run = checkout.start('pristine');
    await run.started();
    await run.stop();
  });

  afterAll(() => checkout.remove());

  it('is refused when another major version made them', async () => {
    checkout.copyData('pristine', 'older');
    writeFileSync(at('older/cluster/PG_VERSION'), '16\n');
    const failure = await checkout.start('older').failed();
    expect(failure.code).toBe('data-directory-other-major');
    expect(failure.message).toContain('PostgreSQL 16 建立，本版本内置 PostgreSQL 17');
  });

  it('is refused when their passwords are gone', async () => {
    checkout.copyData('pristine', 'locked');
    rmSync(at('locked/credentials.json'));
    expect((await checkout.start('locked').failed()).code).toBe('credentials-missing');
  });

  it('fails with what the server said last', async () => {
    checkout.copyData('pristine', 'broken');
    appendFileSync(at('broken/cluster/postgresql.conf'), 'no_such_setting = 1\n');
    const run = checkout.start('broken');
    const failure = await run.failed();
    expect(failure.code).toBe('start-failed');
    expect(failure.message).toContain('unrecognized configuration parameter "no_such_setting"');
    expect(await run.exited).toBe(1);
  });

  it('keeps its port for the next time, takes another when that is taken, and insists on one that was asked for', async () => {
    checkout.copyData('pristine', 'ported');
    const first = checkout.start('ported');
    const { port } = await first.started();
    await first.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    const insisting = await checkout.start('ported', { port }).failed();
    expect(insisting).toEqual({ code: 'port-in-use', message: `端口 ${port} 已被其他程序占用` });
    const second = checkout.start('ported');
    const other = (await second.started()).port;
    expect(other).not.toBe(port);
    squatter.close();
    await second.stop();
    const third = checkout.start('ported');
    expect((await third.started()).port).toBe(other);
    await third.stop();
  });
});

const unfinishedIn = (directory: string): readonly string[] | undefined => {
  const found = existsSync(directory)
    ? readdirSync(directory).filter((name) => /^cluster\.new-[^.]+$/.test(name))
    : [];
  return found.length > 0 ? found : undefined;
};

/** The local addresses, as Linux writes them, on which somebody listens at the port. */
function listeners(port: number): readonly string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const LISTENING = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTENING)
    .map(([, local]) => local?.slice(0, -suffix.length) ?? '');
}
