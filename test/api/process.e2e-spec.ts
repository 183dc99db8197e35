import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareReadModels } from '../../apps/worker/src/run-worker';
import { AppProcess } from '../support/app-process';
import { freshDatabase, type TestDatabase } from '../support/database';

describe('the interface and the worker as processes of their own', () => {
  let database: TestDatabase;
  let dataDir: string;
  const running: AppProcess[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    await prepareReadModels(database.ownerUrl);
    dataDir = mkdtempSync(join(tmpdir(), 'liuhen-process-'));
  });
  afterAll(async () => {
    for (const each of running) each.signal('SIGKILL');
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  function start(app: 'api' | 'worker', environment: Record<string, string>): AppProcess {
    const started = new AppProcess(app, dataDir, environment);
    running.push(started);
    return started;
  }

  it('serve, and end with 0 when they are told to', async () => {
    const environment = { DATABASE_APP_URL: database.appUrl };
    const api = start('api', environment);
    const worker = start('worker', environment);
    const [{ url }, { metrics }] = await Promise.all([api.started(), worker.started()]);
    expect((await fetch(`${String(url)}/health/ready`)).status).toBe(200);
    expect((await fetch(String(metrics))).status).toBe(200);
    for (const each of [api, worker]) {
      each.signal('SIGTERM');
      expect(await each.ended).toEqual([0, null]);
    }
    expect(api.text + worker.text).not.toContain(new URL(database.appUrl).password);
  });

  it.each(['api', 'worker'] as const)(
    'do not start without a database and say what to set: %s',
    async (app) => {
      const first = start(app, { PORT: 'x' });
      expect(await first.ended).toEqual([1, null]);
      expect(first.text).toContain('PORT：须为 0 至 65535 的整数');
      const second = start(app, {});
      expect(await second.ended).toEqual([1, null]);
      expect(second.text).toContain('DATABASE_APP_URL：须设为应用角色的连接地址');
      expect(second.text).not.toContain('at ');
    },
  );
});
