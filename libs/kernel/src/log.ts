import type { HashAlgorithm } from './hash';

/** Business acts; the isolated record (三个规定); who looked; policies, courts, posts, keys and grants. */
export const LOG_NAMES = ['business', 'isolated', 'reading', 'administration'] as const;
export type LogName = (typeof LOG_NAMES)[number];

/** What makes a log this log: each has its own order, positions and proofs. */
export interface LogIdentity {
  readonly name: LogName;
  /** Name under which its checkpoints are signed, such as `court.example/business`. */
  readonly origin: string;
  readonly hash: HashAlgorithm;
}
