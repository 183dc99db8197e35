import type { EventTypes } from '@liuhen/kernel';
import { dutyRulebookOf, type DutyRulebook } from '../duty-rulebook';
import type { SupervisoryAct } from '../supervisory-act';

/** What the acts say of their events, as one: which fields may go, and what is still owed. */
export abstract class AllActs {
  abstract readonly events: EventTypes;
  abstract readonly rulebook: DutyRulebook;
}

export const allActs = (acts: readonly SupervisoryAct[]): AllActs => ({
  events: Object.fromEntries(acts.flatMap(({ events }) => Object.entries(events))),
  rulebook: dutyRulebookOf(acts),
});
