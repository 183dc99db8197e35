import type { Decider, Decision, Instant, Message } from '@liuhen/kernel';
import { caseEvents, type CaseEvent } from '../case/case.events';
import { evolveTriedCase, type TriedCase } from '../court-rules/tried-case';
import { evidenceHoldEvents, type EvidenceHoldEvent, type HoldId } from './evidence-hold.events';
import { refuse } from './evidence-hold.refusals';

export type EvidenceHoldCommand =
  | Message<'HoldEvidence', { readonly reason: string }>
  | Message<'ReleaseEvidence', { readonly hold: HoldId; readonly reason: string }>;

export interface Hold {
  readonly hold: HoldId;
  readonly reason: string;
  /** Code of the court whose inspector holds it. */
  readonly court: string;
  readonly person: string;
  readonly placedAt: Instant;
  /** `null` while it is held. */
  readonly released: {
    readonly at: Instant;
    readonly person: string;
    readonly reason: string;
  } | null;
}

export interface HoldsOnCase {
  readonly tried: TriedCase | undefined;
  readonly holds: ReadonlyMap<HoldId, Hold>;
}

type Heeded = CaseEvent | EvidenceHoldEvent;

/** Several inspectors may hold the same; each releases their court's own. */
export const evidenceHoldDecider: Decider<HoldsOnCase, EvidenceHoldCommand, Heeded> = {
  events: { ...caseEvents, ...evidenceHoldEvents },
  initial: { tried: undefined, holds: new Map() },

  decide(command, { tried, holds }, act) {
    if (!tried) return refuse('case-not-found');
    if (command.type === 'HoldEvidence') {
      const data = { hold: String(holds.size + 1), reason: command.data.reason };
      return isolated({ type: 'EvidenceHeld', data });
    }
    const held = holds.get(command.data.hold);
    if (!held || held.released) return refuse('hold-not-open', 'hold');
    if (held.court !== act.court) return refuse('hold-of-other-court', 'hold');
    return isolated({ type: 'EvidenceReleased', data: command.data });
  },

  evolve(state, event, { court, actor: { person }, recordedAt: at }) {
    switch (event.type) {
      case 'EvidenceHeld':
        return withHold(state, { ...event.data, court, person, placedAt: at, released: null });
      case 'EvidenceReleased': {
        const held = state.holds.get(event.data.hold);
        const released = { at, person, reason: event.data.reason };
        return held ? withHold(state, { ...held, released }) : state;
      }
      default:
        return { ...state, tried: evolveTriedCase(state.tried, event) };
    }
  },
};

const isolated = (event: EvidenceHoldEvent): Decision<Heeded> => [{ ...event, secrecy: 'isolated' }];

const withHold = (state: HoldsOnCase, hold: Hold): HoldsOnCase => ({
  ...state,
  holds: new Map(state.holds).set(hold.hold, hold),
});
