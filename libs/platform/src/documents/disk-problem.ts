import { Logger } from '@nestjs/common';
import { Problem } from '../problem/problem';

const logger = new Logger('Documents');
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** The problem of which an error of the disk tells, which is logged; any other error as it is. */
export function diskProblem(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  logger.error({ message: '文书库读写失败', code: error.code, operation: error.syscall });
  const code = NO_ROOM.has(error.code) ? 'document-store-full' : 'document-store-unavailable';
  return new Problem(code, { cause: error });
}

export const isAbsent = (error: unknown): boolean => isSystemError(error) && error.code === 'ENOENT';

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
