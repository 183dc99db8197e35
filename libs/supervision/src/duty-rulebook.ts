import {
  noDuties,
  withDutyChange,
  type DutyChange,
  type DutyLedger,
  type EventTypes,
  type Message,
  type Recorded,
} from '@liuhen/kernel';

/** What an act says of duties. */
interface DutyDeclarations {
  readonly events: EventTypes;
  readonly duties: Readonly<Record<string, (event: never) => readonly DutyChange[]>>;
  readonly dutyKinds: Readonly<Record<string, string>>;
}

/** 责任规则: what the events of all acts do to duties, as one. */
export interface DutyRulebook {
  /** Those that change duties. */
  readonly events: EventTypes;
  /** 责任种类: Chinese names by kind. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly changesBy: (event: Message) => readonly DutyChange[];
}

export function dutyRulebookOf(acts: readonly DutyDeclarations[]): DutyRulebook {
  const rules = merged(acts.map(({ duties }) => duties));
  const types = Object.entries(merged(acts.map(({ events }) => events)));
  return {
    events: Object.fromEntries(types.filter(([type]) => Object.hasOwn(rules, type))),
    kinds: merged(acts.map(({ dutyKinds }) => dutyKinds)),
    // The event of a type fits the rule of that type, which the compiler has checked where both were written.
    changesBy: (event) =>
      Object.hasOwn(rules, event.type) ? (rules[event.type]?.(event as never) ?? []) : [],
  };
}

const merged = <Value>(tables: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(tables.flatMap((table) => Object.entries(table)));

/** The ledger after an event of its stream. */
export const ledgerAfter = (
  { changesBy }: Pick<DutyRulebook, 'changesBy'>,
  ledger: DutyLedger,
  event: Message & Pick<Recorded<Message>, 'header'>,
): DutyLedger =>
  changesBy(event).reduce((before, change) => withDutyChange(before, change, event.header), ledger);

/** The ledger of one stream, from all of its events. */
export const ledgerOf = (
  rulebook: Pick<DutyRulebook, 'changesBy'>,
  history: readonly Pick<Recorded<Message>, 'type' | 'data' | 'header'>[],
): DutyLedger => history.reduce((ledger, event) => ledgerAfter(rulebook, ledger, event), noDuties);
