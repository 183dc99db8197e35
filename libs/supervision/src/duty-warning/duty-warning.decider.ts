import {
  chinaDateOf,
  noDuties,
  type Act,
  type Basis,
  type Decider,
  type Decision,
  type Duty,
  type DutyLedger,
  type Message,
} from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { ledgerAfter, type DutyRulebook } from '../duty-rulebook';
import { addresseeOf } from './addressee';
import {
  dutyWarningEvents,
  warningKey,
  type DutyWarningEvent,
  type WarningReference,
} from './duty-warning.events';
import { refuse } from './duty-warning.refusals';

type DutyWarningCommand = Message<'RaiseDutyWarning', WarningReference>;

export interface DutyWarningState {
  readonly ledger: DutyLedger;
  /** What each duty rests on, by its name: the basis of the event that opened it. */
  readonly basis: ReadonlyMap<string, readonly Basis[]>;
  readonly raised: ReadonlySet<string>;
}

export type DutyWarningFacts = Pick<CourtFacts, 'courts' | 'posts'>;

/** Judges from the stream alone whether a warning is still due. @param rulebook of all acts */
export const dutyWarningDecider = (
  rulebook: DutyRulebook,
): Decider<DutyWarningState, DutyWarningCommand, Message, DutyWarningFacts> => ({
  events: { ...rulebook.events, ...dutyWarningEvents },
  initial: { ledger: noDuties, basis: new Map(), raised: new Set() },
  decide: ({ data }, state, act, facts) => raise(data, state, act, facts),

  evolve(state, event, header) {
    if (isRaised(event)) return { ...state, raised: new Set(state.raised).add(warningKey(event.data)) };
    const ledger = ledgerAfter(rulebook, state.ledger, { ...event, header });
    const opened = [...ledger.keys()].filter((duty) => !state.basis.has(duty));
    const basis = [...state.basis, ...opened.map((duty) => [duty, header.basis] as const)];
    return { ...state, ledger, basis: opened.length === 0 ? state.basis : new Map(basis) };
  },
});

const isRaised = (event: Message): event is DutyWarningEvent => event.type === 'DutyWarningRaised';

function raise(
  warning: WarningReference,
  state: DutyWarningState,
  act: Act,
  facts: DutyWarningFacts,
): Decision<DutyWarningEvent> {
  const duty = state.ledger.get(warning.duty);
  if (!duty) return refuse('duty-not-found', 'duty');
  const refusal = refuseRaising(warning, duty, state, act);
  if (refusal) return refusal;
  const { kind, due } = duty.terms;
  const addressee = addresseeOf(warning.to, duty, facts, chinaDateOf(act.at));
  const basis = state.basis.get(warning.duty) ?? [];
  return [{ type: 'DutyWarningRaised', data: { ...warning, kind, due, addressee }, basis, secrecy: 'inner' }];
}

function refuseRaising(
  warning: WarningReference,
  { status, terms }: Duty,
  { raised }: DutyWarningState,
  act: Act,
) {
  const { step, to, at } = warning;
  if (!terms.warnings.some((one) => one.step === step && one.to === to && one.at === at))
    return refuse('warning-not-foreseen', 'step');
  if (status !== 'open') return refuse('duty-closed', 'duty');
  if (raised.has(warningKey(warning))) return refuse('warning-raised', 'step');
  return act.at < at ? refuse('warning-not-due', 'at') : undefined;
}
