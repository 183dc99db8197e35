import {
  isRefusal,
  noDuties,
  withDutyChange,
  type Act,
  type Decider,
  type DutyChange,
  type DutyLedger,
  type Message,
} from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../court-facts';

/** What happened in a case, what it did to duties, and what was refused. */
export interface Life<Event extends Message> {
  readonly events: readonly Event[];
  readonly ledger: DutyLedger;
  readonly refused: readonly string[];
}

type Rules = Readonly<Record<string, ((event: never) => readonly DutyChange[]) | undefined>>;

interface Step<Command> {
  readonly command: Command;
  readonly act: Partial<Act>;
}

/** Lives through commands one after the other, as the runner does; a change of a duty that cannot be is a fault. */
export function lifeOf<State, Command extends Message, Event extends Message>(
  decider: Decider<State, Command, Event, CourtFacts>,
  duties: Rules,
  facts: CourtFacts,
  history: readonly Event[],
  steps: readonly ((life: Life<Event>) => Step<Command>)[],
): Life<Event> {
  const begin = history.reduce<Life<Event>>((life, event) => after(life, event, duties), {
    events: [],
    ledger: noDuties,
    refused: [],
  });
  return steps.reduce((life, step) => {
    const { command, act } = step(life);
    const state = life.events.reduce(
      (before, event, rev) => decider.evolve(before, event, someHeader({ type: event.type, rev })),
      decider.initial,
    );
    const decision = decider.decide(command, state, someAct(act), facts);
    if (isRefusal(decision)) return { ...life, refused: [...life.refused, decision.code] };
    return decision.reduce((before, { type, data }) => after(before, { type, data } as Event, duties), life);
  }, begin);
}

function after<Event extends Message>(life: Life<Event>, event: Event, duties: Rules): Life<Event> {
  const header = someHeader({ type: event.type, rev: life.events.length });
  const ledger = (duties[event.type]?.(event as never) ?? []).reduce((before, change) => {
    const isNew = change.change === 'open' ? !before.has(change.terms.duty) : before.has(change.duty);
    if (!isNew) throw new Error(`${event.type}: ${JSON.stringify(change)}`);
    return withDutyChange(before, change, header);
  }, life.ledger);
  return { ...life, events: [...life.events, event], ledger };
}

/** Open duties of a kind. */
export const openDuties = ({ ledger }: Pick<Life<Message>, 'ledger'>, kind: string): readonly string[] =>
  [...ledger.values()]
    .filter(({ status, terms }) => status === 'open' && terms.kind === kind)
    .map(({ terms }) => terms.duty);
