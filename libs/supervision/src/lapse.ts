import type { CommandAct } from '@liuhen/access';
import { execute, type Receipt, type Runtime } from '@liuhen/event-store';
import type { Decider, Message } from '@liuhen/kernel';
import type { CourtFacts } from './court-rules/court-facts';

/** A duty as its stream knows it. */
export interface DutyReference {
  readonly stream: string;
  /** Its name in the stream. */
  readonly duty: string;
  /** Canonical, where the stream is a numbered case's. */
  readonly caseNumber: string | null;
}

/** What the clock lends to what follows from how a duty stands. */
export interface ClockContext {
  /** Of the business log. */
  readonly runtime: Runtime;
  readonly facts: CourtFacts;
  /** The system's own act, with a key of what follows, so that it is done once. */
  readonly act: CommandAct;
}

/**
 * What follows when a duty is not done in time (逾期未办，程序继续): a command of the act, judged by its decider from the
 * stream. The clock calls it again and again while the duty is open past its day, so that it may refuse until its own
 * time has come.
 */
export type Lapse = (duty: DutyReference, context: ClockContext) => Promise<unknown>;

/** Gives a command to the stream of a duty as the clock does: judged again from the stream, by the decider's own rules. */
export const commandedByClock = <State, Command extends Message, Event extends Message>(
  decider: Decider<State, Command, Event, CourtFacts>,
  command: Command,
  { stream, caseNumber }: DutyReference,
  { runtime, facts, act }: ClockContext,
): Promise<Receipt> =>
  execute(runtime, {
    decider,
    stream,
    caseNumber,
    command,
    act,
    permit: () => undefined,
    facts: () => Promise.resolve(facts),
  });

/** The lapse that is a single command on the duty. */
export const lapseBy =
  <State, Type extends string, Event extends Message>(
    decider: Decider<State, Message<NoInfer<Type>, { readonly duty: string }>, Event, CourtFacts>,
    type: Type,
  ): Lapse =>
  (duty, context) =>
    commandedByClock(decider, { type, data: { duty: duty.duty } }, duty, context);
