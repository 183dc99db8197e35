import type { Basis, Decided, Refusal } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Matter } from './matter';
import type { MatterCourt } from './matter-court';
import type { MatterEvent } from './matter-events';

export type MatterDecision = readonly Decided<MatterEvent>[] | Refusal;

/** 内部文书: what happens between courts goes to the inner file, and rests on the rules and the law. */
export const step = <Event extends MatterEvent>(
  event: Event,
  { act }: Pick<MatterCourt, 'act'>,
  ...basis: readonly Basis[]
): Decided<Event> => ({ ...event, secrecy: 'inner', basis: [...basis, ...act.basis] });

/** The beginning of an event's data: in this round it fulfils these duties, ends no others and opens none. */
export const fulfilling = ({ round }: Pick<Matter, 'round'>, ...duties: readonly string[]): MatterStep => ({
  round,
  fulfils: duties,
  drops: [],
  charges: [],
});
