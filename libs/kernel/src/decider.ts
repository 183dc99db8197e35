import type { Act } from './act';
import type { Basis } from './basis';
import type { EventHeader, Secrecy } from './event/header';
import type { EventTypes } from './event/event-type';
import type { Message } from './message';
import { Refusal } from './refusal';
import type { OccurredAt } from './time';

/** What a decider may say of an event beyond its data; otherwise the act's own values stand. */
export interface DecidedDetails {
  readonly basis?: readonly Basis[];
  readonly occurredAt?: OccurredAt;
  /** `open` unless said otherwise. */
  readonly secrecy?: Secrecy;
}

export type Decided<Event extends Message> = Event & DecidedDetails;

export type Decision<Event extends Message> = readonly Decided<Event>[] | Refusal;

/**
 * A write model: no I/O, no clock, no randomness. The same history always gives the same answer.
 *
 * @typeParam Facts what it must know of other streams; gathered by the runner's caller, `undefined` if nothing.
 */
export interface Decider<State, Command extends Message, Event extends Message, Facts = undefined> {
  /** The events it folds: its own, and those of other acts on the same stream that it heeds. */
  readonly events: EventTypes<Event>;
  readonly initial: State;
  readonly decide: (command: Command, state: State, act: Act, facts: Facts) => Decision<Event>;
  readonly evolve: (state: State, event: Event, header: EventHeader) => State;
}

export const isRefusal = (decision: unknown): decision is Refusal => decision instanceof Refusal;

export const fold = <State, Event extends Message>(
  { initial, evolve }: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  history: readonly (Event & { readonly header: EventHeader })[],
): State => history.reduce((state, event) => evolve(state, event, event.header), initial);
