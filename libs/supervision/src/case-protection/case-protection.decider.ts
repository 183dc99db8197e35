import { chinaDateOf, type Act, type Decider, type Decision, type Message } from '@liuhen/kernel';
import { caseEvents, type CaseEvent } from '../case/case.events';
import { evolveTriedCase, type TriedCase } from '../court-rules/tried-case';
import { lawOnProtection, type ProtectionGround } from '../law/protection';
import { caseProtectionEvents, type CaseProtectionEvent } from './case-protection.events';
import { refuse } from './case-protection.refusals';

export type CaseProtectionCommand =
  | Message<'ProtectCase', { readonly grounds: readonly ProtectionGround[] }>
  | Message<'LiftCaseProtection', { readonly reason: string }>;

export interface ProtectionOfCase {
  readonly tried: TriedCase | undefined;
  /** Those that hold now; none for a case that is not protected. */
  readonly grounds: ReadonlySet<ProtectionGround>;
}

type Heeded = CaseEvent | CaseProtectionEvent;

export const caseProtectionDecider: Decider<ProtectionOfCase, CaseProtectionCommand, Heeded> = {
  events: { ...caseEvents, ...caseProtectionEvents },
  initial: { tried: undefined, grounds: new Set() },

  decide(command, { tried, grounds }, act) {
    if (!tried) return refuse('case-not-found');
    return command.type === 'ProtectCase'
      ? protect(new Set(command.data.grounds), grounds, tried, act)
      : lift(command.data.reason, grounds);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CaseProtected':
        return { ...state, grounds: new Set(event.data.grounds) };
      case 'CaseProtectionLifted':
        return { ...state, grounds: new Set() };
      default:
        return { ...state, tried: evolveTriedCase(state.tried, event) };
    }
  },
};

function protect(
  asked: ReadonlySet<ProtectionGround>,
  held: ReadonlySet<ProtectionGround>,
  { caseType }: TriedCase,
  act: Act,
): Decision<Heeded> {
  const grounds = [...asked];
  if (asked.size === held.size && grounds.every((ground) => held.has(ground)))
    return refuse('already-so-protected', 'grounds');
  const law = lawOnProtection(grounds, caseType, chinaDateOf(act.at));
  return [{ type: 'CaseProtected', data: { grounds }, basis: [...law, ...act.basis] }];
}

const lift = (reason: string, held: ReadonlySet<ProtectionGround>): Decision<Heeded> =>
  held.size === 0 ? refuse('case-not-protected') : [{ type: 'CaseProtectionLifted', data: { reason } }];
