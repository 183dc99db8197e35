import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { prepareReadModels } from '../../apps/worker/src/run-worker';
import { freshDatabase, TEST_DEPLOYMENT, type TestDatabase } from '../support/database';

const DIST = join(__dirname, '..', '..', 'dist');

describe('the interface and the worker as processes of their own', () => {
  let database: TestDatabase;
  let dataDir: string;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    database = await freshDatabase();
    await prepareReadModels(database.ownerUrl);
    dataDir = mkdtempSync(join(tmpdir(), 'liuhen-process-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  const lineOf = (lines: Interface, isWanted: (line: Line) => boolean): Promise<Line> =>
    new Promise((resolve) => {
      lines.on('line', (text) => {
        const line = JSON.parse(text) as Line;
        if (isWanted(line)) resolve(line);
      });
    });

  interface Line {
    readonly level: string;
    readonly context: string;
    readonly message: Record<string, string> | string;
  }

  function start(app: 'api' | 'worker', environment: Record<string, string>) {
    const child = spawn(process.execPath, [join(DIST, 'apps', app, 'src', 'main.js')], {
      env: {
        PATH: process.env.PATH,
        LIUHEN_DATA_DIR: dataDir,
        LOG_ORIGIN: TEST_DEPLOYMENT.origin,
        PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const text: string[] = [];
    for (const output of [child.stdout, child.stderr])
      output.on('data', (chunk: Buffer) => text.push(String(chunk)));
    return {
      child,
      lines: createInterface(child.stdout),
      ended: once(child, 'exit'),
      text: () => text.join(''),
    };
  }

  it('serve, and end with 0 when they are told to', async () => {
    const environment = { DATABASE_APP_URL: database.appUrl };
    const api = start('api', environment);
    const worker = start('worker', environment);
    const [{ message }] = await Promise.all([
      lineOf(api.lines, ({ context }) => context === 'Server'),
      lineOf(worker.lines, ({ context }) => context === 'ReadModels'),
    ]);
    const url = typeof message === 'object' ? message.url : message;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    for (const { child, ended } of [api, worker]) {
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    }
    expect(api.text() + worker.text()).not.toContain(new URL(database.appUrl).password);
  });

  it.each(['api', 'worker'] as const)(
    'do not start without a database and say what to set: %s',
    async (app) => {
      const { ended, text } = start(app, { PORT: 'x' });
      expect(await ended).toEqual([1, null]);
      expect(text()).toContain('PORT：须为 0 至 65535 的整数');
      const second = start(app, {});
      expect(await second.ended).toEqual([1, null]);
      expect(second.text()).toContain('DATABASE_APP_URL：须设为应用角色的连接地址');
      expect(second.text()).not.toContain('at ');
    },
  );
});
