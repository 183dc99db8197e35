import type { Act, Basis, Decided } from '@liuhen/kernel';
import type { AdjudicationCommitteeEvent } from './adjudication-committee.events';

/** What is said of the committee goes to the inner file (副卷), and rests on rules and law. */
export const inner = <Event extends AdjudicationCommitteeEvent>(
  event: Event,
  act: Act,
  basis: readonly Basis[],
): Decided<Event> => ({ ...event, secrecy: 'inner', basis: [...basis, ...act.basis] });
