import type { CalendarDate, EventHeader } from '@liuhen/kernel';
import type { AppellateDispositionEvent } from '../appellate-disposition/appellate-disposition.events';
import type { CaseEvent } from '../case/case.events';
import type { Disposition } from '../case/case-vocabulary';
import type { EvidenceHoldEvent, HoldId } from '../evidence-hold/evidence-hold.events';
import { evolveTriedCase, type TriedCase } from '../court-rules/tried-case';
import type { ProposalId, RedactedFields, RedactionApprover, RedactionEvent } from './redaction.events';

export type HeededEvent = CaseEvent | AppellateDispositionEvent | EvidenceHoldEvent | RedactionEvent;

export const PROPOSAL_STATUSES = { open: '待审批', declined: '不同意', done: '已遮蔽' } as const;
export type ProposalStatus = keyof typeof PROPOSAL_STATUSES;

export interface Proposal extends RedactedFields {
  readonly proposal: ProposalId;
  readonly status: ProposalStatus;
  /** Id of the person. */
  readonly proposer: string;
  readonly approvers: readonly RedactionApprover[];
}

export interface RedactionsOfCase {
  readonly tried: TriedCase | undefined;
  /** The result that was recorded last; `undefined` before any. */
  readonly ended: { readonly on: CalendarDate | null } | undefined;
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  /** 证据保全 that goes on. */
  readonly holds: ReadonlySet<HoldId>;
}

export const noRedactions: RedactionsOfCase = {
  tried: undefined,
  ended: undefined,
  proposals: new Map(),
  holds: new Set(),
};

export function evolveRedactions(
  state: RedactionsOfCase,
  event: HeededEvent,
  { actor }: Pick<EventHeader, 'actor'>,
): RedactionsOfCase {
  switch (event.type) {
    case 'RedactionProposed':
      return withProposal(state, {
        ...event.data,
        ...{ status: 'open', proposer: actor.person, approvers: [] },
      });
    case 'RedactionApproved': {
      const { proposal, approver } = event.data;
      return changed(state, proposal, ({ approvers }) => ({ approvers: [...approvers, approver] }));
    }
    case 'RedactionDeclined':
      return changed(state, event.data.proposal, () => ({ status: 'declined' }));
    case 'PayloadRedacted': {
      const { proposal, approvers } = event.data;
      return changed(state, proposal, () => ({ status: 'done', approvers }));
    }
    case 'AppellateDispositionRecorded':
      return { ...state, ended: { on: event.data.disposition.decidedOn } };
    case 'DispositionRecorded':
      return INTERIM.has(event.data.disposition) ? state : { ...state, ended: { on: event.data.decidedOn } };
    case 'EvidenceHeld':
      return { ...state, holds: new Set([...state.holds, event.data.hold]) };
    case 'EvidenceReleased':
      return { ...state, holds: new Set([...state.holds].filter((hold) => hold !== event.data.hold)) };
    case 'AppellateDispositionDrafted':
    case 'AppellateDispositionSentToProcedure':
      return state;
    default:
      return { ...state, tried: evolveTriedCase(state.tried, event) };
  }
}

/** After these the case goes on. */
const INTERIM: ReadonlySet<Disposition> = new Set(['jurisdictionObjectionDismissed', 'advanceEnforcement']);

const withProposal = (state: RedactionsOfCase, proposal: Proposal): RedactionsOfCase => ({
  ...state,
  proposals: new Map(state.proposals).set(proposal.proposal, proposal),
});

/** Nothing where a restored log has lost the proposal. */
function changed(
  state: RedactionsOfCase,
  id: ProposalId,
  change: (proposal: Proposal) => Partial<Proposal>,
): RedactionsOfCase {
  const proposal = state.proposals.get(id);
  return proposal ? withProposal(state, { ...proposal, ...change(proposal) }) : state;
}
