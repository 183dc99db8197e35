import { isRefusal, type Decider, type Decision, type EventHeader, type Message } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { evolveMatter } from './evolve-matter';
import type { Matter, MatterState } from './matter';
import { matterCourt, type MatterCourt } from './matter-court';
import { matterEvents, type MatterEvent } from './matter-events';
import { refuse } from './matter-rules.refusals';
import type { Instrument } from './instruments';

/** A matter as an act on it knows it: the common part, and what the act alone keeps. */
export interface MatterWith<Own> {
  readonly matter: MatterState;
  readonly own: Own;
}

/** An act on matters that have been drafted. */
export interface MatterAct<Own, Command extends Message> {
  /** The instruments that it belongs to. */
  readonly instruments: readonly Instrument[];
  readonly initial: Own;
  readonly evolve: (own: Own, event: MatterEvent, header: EventHeader) => Own;
  readonly decide: (command: Command, matter: Matter, own: Own, court: MatterCourt) => Decision<MatterEvent>;
}

/** Its decider: finds the court's rules of the day, and refuses what no act on matters allows. */
export const matterDecider = <Own, Command extends Message>(
  matterAct: MatterAct<Own, Command>,
): Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts> => ({
  events: matterEvents,
  initial: { matter: { status: 'none' }, own: matterAct.initial },

  decide(command, { matter, own }, act, facts) {
    if (matter.status === 'none') return refuse('matter-not-found');
    if (act.source === 'imported') return refuse('import-not-permitted', 'source');
    const { instrument } = matter.content;
    if (!matterAct.instruments.includes(instrument)) return refuse('matter-wrong-instrument');
    const court = matterCourt(instrument, matter.issuer.court, act, facts);
    return isRefusal(court) ? court : matterAct.decide(command, matter, own, court);
  },

  evolve: ({ matter, own }, event, header) => ({
    matter: evolveMatter(matter, event, header),
    own: matterAct.evolve(own, event, header),
  }),
});
