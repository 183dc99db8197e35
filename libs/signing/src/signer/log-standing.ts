import type { LogState } from './log-state';

/** What the signer tells of a log. */
export interface LogStanding extends LogState {
  readonly origin: string;
  /** Verifier key of the present start; its name is the origin under which the log is signed now. */
  readonly key: string;
}
