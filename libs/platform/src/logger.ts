import { ConsoleLogger, type LogLevel as NestLogLevel } from '@nestjs/common';
import type { LogLevel } from './config';

const ENABLED: Readonly<Record<LogLevel, readonly NestLogLevel[]>> = {
  silent: [],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** What Nest tells of its own start: a hundred lines that say nothing of this system. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

class QuietAboutNest extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!FRAMEWORK.has(String(rest.at(-1)))) super.log(message, ...rest);
  }
}

/**
 * One JSON object a line on standard output.
 *
 * What is logged names routes, codes and ids only: no token, no body, no address of a database, no personal data.
 */
export function createLogger(level: LogLevel): ConsoleLogger {
  const options = { json: true, colors: false, logLevels: [...ENABLED[level]] };
  return level === 'debug' ? new ConsoleLogger(options) : new QuietAboutNest(options);
}
