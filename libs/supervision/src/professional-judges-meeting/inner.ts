import type { Act, Basis, Decided } from '@liuhen/kernel';
import type { ProfessionalJudgesMeetingEvent } from './professional-judges-meeting.events';

/** What is said of a meeting goes to the inner file (副卷), and rests on rules and law. */
export const inner = <Event extends ProfessionalJudgesMeetingEvent>(
  event: Event,
  act: Act,
  basis: readonly Basis[],
): Decided<Event> => ({ ...event, secrecy: 'inner', basis: [...basis, ...act.basis] });
