import type { CaseEvent } from '../case/case.events';
import { evolveTriedCase } from '../court-rules/tried-case';
import { evolveMatters } from './evolve-matters';
import type { HeededEvent } from './heeded-events';
import type { CommitteeState, MattersOfCase } from './matters';

export function evolveCommittee(state: CommitteeState, event: HeededEvent): CommitteeState {
  switch (event.type) {
    case 'CaseRegistered':
    case 'PanelFormed':
    case 'CaseLinked':
    case 'DispositionRecorded':
      return evolveCase(state, event);
    default:
      return state.status === 'none' ? state : evolveMatters(state, event);
  }
}

function evolveCase(state: CommitteeState, event: CaseEvent): CommitteeState {
  const before = state.status === 'none' ? undefined : state;
  const tried = evolveTriedCase(before?.tried, event);
  if (!tried) return state;
  return before ? { ...before, tried } : { ...NOTHING, tried };
}

const NOTHING: Omit<MattersOfCase, 'tried'> = {
  status: 'registered',
  recused: [],
  features: new Map(),
  awaited: new Map(),
  advised: new Map(),
  adviceUsed: new Set(),
  matters: new Map(),
  applications: 0,
};
