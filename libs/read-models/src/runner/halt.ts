import type { StoredEvent } from '@liuhen/kernel';

/** Why a build does not go on by itself. */
export const HALTS = {
  'poison-event': '有一条事件无法处理',
  'publish-failed': '读模型已建成但无法发布',
  'foreign-position': '检查点属于另一日志，须重建',
} as const;
export type HaltCode = keyof typeof HALTS;

/** A build must stop, loudly and alone. It is tried again at the next start, or after {@link resumeProjections}. */
export class Halted extends Error {
  override readonly name = 'Halted';

  constructor(
    readonly code: HaltCode,
    /** The event that could not be applied. */
    readonly event: StoredEvent | undefined,
    options: { readonly cause: unknown },
  ) {
    super(`${HALTS[code]}：${textOf(options.cause)}`, options);
  }
}

const textOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
