import type { Act, Basis, Decided, Message } from '@liuhen/kernel';

/** What is said of a case in court goes to the inner file (副卷), and rests on rules and law. */
export const inner = <Event extends Message>(
  event: Event,
  act: Act,
  basis: readonly Basis[],
): Decided<Event> => ({ ...event, secrecy: 'inner', basis: [...basis, ...act.basis] });
