import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { command } from '../command';
import { CommandFailure, type Exit } from '../exit-codes';
import { configOf } from '../local/config';
import { openDatabase } from '../local/database';
import { importSamples, wantsSamples } from '../local/samples';
import { liveServer, removeServerFile, writeServerFile } from '../local/server-file';
import type { Service } from '../local/service';
import { stopSignal } from '../local/stop-signals';

export const start = command({
  name: 'start',
  summary: '启动全部服务（数据库、接口、查询数据的更新），按 Ctrl-C 停止',
  positionals: [],
  options: { empty: { type: 'boolean', about: '新建的数据目录不导入样例（60 个指导性案例）' } },
  notes: [
    '就绪时在标准输出写一行 ready http://127.0.0.1:3000，其余都写到标准错误。',
    '环境变量：LIUHEN_DATA_DIR 数据目录（默认 .liuhen），PORT 端口（默认 3000），HOST 监听地址（默认 127.0.0.1），',
    'DATABASE_URL 自备的 PostgreSQL（15 或更高版本，不用内置数据库）。全部变量见 docs/guides/operate.md。',
    '异常退出之后再次启动即自行恢复。停止时再按一次 Ctrl-C 强制退出。',
  ],
  exits: ['inUse', 'unreachable'],

  async run({ options }, terminal) {
    const { environment, out, err } = terminal;
    const config = configOf(environment);
    const { dataDir, databaseUrl, oidcIssuer } = config;
    refuseSecondStart(dataDir);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const hasSamples = databaseUrl === undefined && oidcIssuer === undefined;
    const samples = hasSamples && wantsSamples(dataDir, options.empty === true);
    const stopping = stopSignal(err);
    // The whole server is loaded while the database starts; no other command needs it.
    const [database, { startService }] = await Promise.all([
      openDatabase(config, err),
      import('../local/service.js'),
    ]);
    const service = await startService(config, database, terminal);
    writeServerFile(dataDir, service.url);
    try {
      if (samples && !stopping.aborted) await importSamples(dataDir, service.url, err);
      if (!stopping.aborted) out(`ready ${service.url}`);
      return await untilStopped(service, stopping, err);
    } finally {
      removeServerFile(dataDir);
      await service.stop();
    }
  },
});

function refuseSecondStart(dataDir: string): void {
  const server = liveServer(dataDir);
  if (server)
    throw new CommandFailure(
      'inUse',
      `数据目录 ${dataDir} 正在使用：服务已在运行，${server.url}（进程 ${String(server.pid)}）`,
    );
}

async function untilStopped(
  { failed }: Service,
  stopping: AbortSignal,
  err: (line: string) => void,
): Promise<Exit> {
  const stopped = stopping.aborted ? undefined : once(stopping, 'abort').then(() => undefined);
  const failure = await Promise.race([stopped, failed]);
  if (failure === undefined) return 'ok';
  err(failure.message);
  return 'fault';
}
