import type { CommandAct } from '@liuhen/access';
import type { Runtime } from '@liuhen/event-store';
import type { CourtFacts } from './court-rules/court-facts';

/** A duty as its stream knows it. */
export interface DutyReference {
  readonly stream: string;
  /** Its name in the stream. */
  readonly duty: string;
  /** Canonical, where the stream is a numbered case's. */
  readonly caseNumber: string | null;
}

/** What the clock lends to a lapse. */
export interface LapseContext {
  /** Of the business log. */
  readonly runtime: Runtime;
  readonly facts: CourtFacts;
  /** The system's own act, with a key of the duty's lapse. */
  readonly act: CommandAct;
}

/**
 * What follows when a duty is not done in time (逾期未办，程序继续): a command of the act, judged by its decider from the
 * stream. The clock calls it again and again while the duty is open past its day, so that it may refuse until its own
 * time has come.
 */
export type Lapse = (duty: DutyReference, context: LapseContext) => Promise<unknown>;
