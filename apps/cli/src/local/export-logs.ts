import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportLog } from '@liuhen/notary';
import { createLogger, openRuntimes, openWorkerPool, type Config } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { Logger } from '@nestjs/common';
import type { Terminal } from '../terminal';
import type { Database } from './database';

/** Writes every log that has a checkpoint into a directory of its own. */
export async function exportLogs(
  config: Config,
  { appUrl }: Database,
  directory: string,
  { out }: Pick<Terminal, 'out'>,
): Promise<void> {
  Logger.overrideLogger(createLogger('error'));
  const opened = await openRuntimes(config, appUrl);
  const pool = openWorkerPool(appUrl, 1);
  try {
    for (const [log, store] of Object.entries(opened.stores)) {
      let files = 0;
      for await (const { path, content } of exportLog(store, sqlOf(pool))) {
        const file = join(directory, log, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
        files++;
      }
      out(`${log}：${String(files)} 个文件`);
    }
  } finally {
    await pool.end();
    await opened.close();
  }
}
