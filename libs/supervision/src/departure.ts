import type { ClockContext, DutyReference } from './lapse';

/** A duty whose holder, by name, is no longer in the post in which they were charged. */
export interface DepartedDuty extends DutyReference {
  /** Id of the post. */
  readonly post: string;
  readonly person: string;
}

/**
 * What follows when the person charged has left the post (岗位变动): a command of the act, judged by its decider from the
 * stream. The clock calls it again and again while the duty stays with them, so that it may refuse.
 */
export type Departure = (duty: DepartedDuty, context: ClockContext) => Promise<unknown>;
