import { ConsoleLogger, type LogLevel as NestLogLevel } from '@nestjs/common';
import type { LogLevel } from './config';

const ENABLED: Readonly<Record<LogLevel, readonly NestLogLevel[]>> = {
  silent: [],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/**
 * One JSON object a line on standard output.
 *
 * What is logged names routes, codes and ids only: no token, no body, no address of a database, no personal data.
 */
export const createLogger = (level: LogLevel): ConsoleLogger =>
  new ConsoleLogger({ json: true, colors: false, logLevels: [...ENABLED[level]] });
