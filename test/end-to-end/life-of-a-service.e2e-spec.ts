import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freshDatabase, TEST_DEPLOYMENT } from '../support/database';
import { liuhen } from './support/cli';
import { DeafProxy } from './support/deaf-proxy';
import { newDataDir, removeDataDir, Service, stillRunning } from './support/service';

const dataDir = newDataDir();
const running: Service[] = [];
const start = async (...args: Parameters<typeof Service.start>): Promise<Service> => {
  const service = await Service.start(...args);
  running.push(service);
  return service;
};
afterAll(async () => {
  await Promise.all(running.map((service) => service.stop('SIGKILL')));
  removeDataDir(dataDir);
});

/** One after the other, on one data directory. */
describe('a service', () => {
  let service: Service;

  it('prints one line when it is ready', async () => {
    service = await start(dataDir);
    expect(service.output.stdout).toBe(`ready ${service.url}\n`);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    expect(statSync(join(dataDir, 'server.json')).mode & 0o777).toBe(0o600);
  });

  it('is not disturbed by a second start, which says where the first one is', async () => {
    const second = await liuhen(['start'], { dataDir, env: { PORT: '0' } });
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toContain(`正在使用：服务已在运行，${service.url}（进程 ${String(service.pid)}）`);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  });

  it('stops on Ctrl-C, which npm passes on a second time, and leaves no process and no address behind', async () => {
    const processes = service.processes();
    expect(processes.length).toBeGreaterThan(1);
    service.signal('SIGINT');
    service.signal('SIGINT');
    const { code, stdout } = await service.ended();
    expect({ code, stdout }).toEqual({ code: 0, stdout: `ready ${service.url}\n` });
    expect(stillRunning(processes)).toEqual([]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { code, stdout, stderr } = await liuhen(['start'], { dataDir, env: { PORT: port } });
    other.close();
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(`端口 ${port} 已被其他程序占用`);
  });
});

/** Twice remanded: six proceedings, five links, two remands and four other decisions. */
const FIXTURE = join(__dirname, '../fixtures/remanded-twice.jsonl');
const EVENTS = 17;

describe('a service that is killed after it has stored a command and before the answer arrives', () => {
  let killed: ReturnType<Service['processes']>;

  it('lets the client know that the connection broke', async () => {
    const service = await start(dataDir);
    killed = service.processes();
    const { stdout: token } = await service.run(['token', '--person', 'case-system']);
    const proxy = await DeafProxy.open(service.url, 4);
    const env = { LIUHEN_API: proxy.url, LIUHEN_TOKEN: token.trim() };
    const client = liuhen(['import', FIXTURE, '--json'], { dataDir, env });
    expect((await proxy.lostAnswer).toString()).toMatch(/^HTTP\/1.1 201 /);
    await service.stop('SIGKILL');
    proxy.close();
    expect(await client).toMatchObject({ code: 4, stdout: '' });
  });

  it('recovers by itself when it is started again, and the same command adds only what is missing', async () => {
    // Without --empty, which the first start has settled for good.
    const service = await start(dataDir, { args: [] });
    expect(stillRunning(killed)).toEqual([]);
    const { events, ...summary } = await service.json<{ events: number }>('import', FIXTURE);
    expect(summary).toEqual({ cases: 1, proceedings: 6, skipped: 0, rejected: [] });
    expect(events).toBeLessThan(EVENTS);
    const inspector = await service.as('inspector');
    const { items } = (await (await inspector('GET', '/cases')).json()) as {
      readonly items: readonly unknown[];
    };
    expect(items).toHaveLength(6);
  });

  it('has every event once', async () => {
    const [service] = running.slice(-1);
    const history = await service?.json<{ events: readonly { id: string; type: string; caseId: string }[] }>(
      'history',
      '（2017）晋08刑终426号',
      '--family',
    );
    const facts = history?.events.map(({ caseId, type }) => `${caseId} ${type}`) ?? [];
    expect(facts).toHaveLength(EVENTS);
    expect(new Set(facts).size).toBe(EVENTS);
    expect(await service?.json('fsck')).toMatchObject({ ok: true });
  });
});

describe('a service on a PostgreSQL of one’s own', () => {
  it('needs nothing of the embedded one, and brings no samples', async () => {
    const elsewhere = newDataDir();
    const database = await freshDatabase();
    const env = { DATABASE_URL: database.ownerUrl, LOG_ORIGIN: TEST_DEPLOYMENT.origin };
    const service = await start(elsewhere, { args: [], env });
    const { stdout } = await liuhen(['token', '--person', 'inspector'], { dataDir: elsewhere, env });
    const headers = { Authorization: `Bearer ${stdout.trim()}` };
    const cases = await fetch(`${service.url}/api/v1/cases`, { headers });
    expect(await cases.json()).toEqual({ items: [], next: null });
    expect(existsSync(join(elsewhere, 'cluster'))).toBe(false);
    expect(await service.stop()).toMatchObject({ code: 0 });
    await database.drop();
    removeDataDir(elsewhere);
  });

  it('says so when it cannot be reached, without the password', async () => {
    const env = { DATABASE_URL: 'postgres://owner:sesame@127.0.0.1:1/liuhen' };
    const elsewhere = newDataDir();
    const { code, stderr } = await liuhen(['start'], { dataDir: elsewhere, env });
    removeDataDir(elsewhere);
    expect(code).toBe(4);
    expect(stderr).toContain('连接不上 DATABASE_URL 所指的数据库');
    expect(stderr).not.toContain('sesame');
  });

  it('is not started with variables that are wrong, all of which are named', async () => {
    const { code, stderr } = await liuhen(['start'], { dataDir, env: { PORT: 'abc', LOG_HASH: 'md5' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/PORT：.*\n.*LOG_HASH：/);
  });
});
