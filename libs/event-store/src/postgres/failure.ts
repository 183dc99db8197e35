import { DatabaseError } from 'pg';

/**
 * What an error of a statement says about its effects.
 *
 * - `refused`: rolled back, and would be again.
 * - `postponed`: rolled back, and may succeed later.
 * - `lost`: no answer; it may have been committed.
 */
export type Failure = 'refused' | 'postponed' | 'lost';

/** Deadlocks, resources, locks held, statement timeouts, and a server that has just become a standby. */
const POSTPONED = /^(?:40|53|55|57014|25006)/;

/** Connecting, logging in and shutting down, and internal errors, of which one cannot be sure. */
const LOST = /^(?:08|28|3D|57P|58|XX)/;

export function failureOf(error: unknown): Failure {
  if (!(error instanceof DatabaseError) || error.code === undefined) return 'lost';
  if (LOST.test(error.code)) return 'lost';
  return POSTPONED.test(error.code) ? 'postponed' : 'refused';
}
