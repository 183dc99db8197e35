import { Logger } from '@nestjs/common';
import { InvalidConfig, readConfig, type Config } from './config';
import { createLogger } from './logger';

/** A process of its own never knows the owner's address: what it cannot do need not be guarded. */
export type ProcessConfig = Config & { readonly databaseAppUrl: string };

/**
 * Runs one part of the system as a process: configured from the environment, ended by SIGTERM or SIGINT when what is
 * under way is done, by a second signal at once.
 */
export async function runProcess(
  start: (config: ProcessConfig) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  const logger = new Logger('Process');
  try {
    const config = processConfig(process.env);
    Logger.overrideLogger(createLogger(config.logLevel));
    const running = await start(config);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void end(running, logger));
  } catch (error) {
    logger.fatal(error instanceof InvalidConfig ? error.message : error);
    process.exit(1);
  }
}

function processConfig(environment: NodeJS.ProcessEnv): ProcessConfig {
  const config = readConfig(environment);
  const { databaseAppUrl } = config;
  if (databaseAppUrl === undefined)
    throw new InvalidConfig([
      {
        variable: 'DATABASE_APP_URL',
        fix: '须设为应用角色的连接地址；单机试用请改用 liuhen start，它自带数据库',
      },
    ]);
  return { ...config, databaseAppUrl };
}

async function end(running: { close(): Promise<void> }, logger: Logger): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  try {
    await running.close();
    process.exit(0);
  } catch (error) {
    logger.fatal(error);
    process.exit(1);
  }
}
