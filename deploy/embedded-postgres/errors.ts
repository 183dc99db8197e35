export type EmbeddedPostgresFault =
  | 'binaries-unusable'
  | 'data-directory-in-use'
  | 'data-directory-other-major'
  | 'data-directory-unreachable'
  | 'substitute-untrusted'
  | 'credentials-missing'
  | 'initialisation-failed'
  | 'port-in-use'
  | 'start-failed'
  | 'orphan-not-stopped'
  | 'server-crashed';

/** What an operator can read and act upon; `code` is stable, the message is Chinese. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

export const dataDirectoryInUse = (pid: number): EmbeddedPostgresError =>
  new EmbeddedPostgresError('data-directory-in-use', `数据目录正在被进程 ${pid} 使用`);

/** The system's name of an error, as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
