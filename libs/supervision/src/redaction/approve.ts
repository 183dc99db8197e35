import { isRefusal, PAYLOAD_REDACTED, type Decision, type Refusal } from '@liuhen/kernel';
import type { Proposal, RedactionsOfCase } from './proposals';
import { leadsFrom, recorded, type RedactingCourt } from './redacting-court';
import type { ProposalId, RedactedPayload, RedactionApprover, RedactionEvent } from './redaction.events';
import { refuse } from './redaction.refusals';
import type { RedactionTarget } from './redaction-target';
import { refuseFields, refuseTime, sufficientLaw } from './refuse-redaction';

/** 审批: the second of two people, one of them of a court above, has it carried out; all is looked at anew each time. */
export function approve(
  id: ProposalId,
  state: RedactionsOfCase,
  court: RedactingCourt,
): Decision<RedactionEvent> {
  const found = openProposal(id, state, court);
  if (isRefusal(found)) return found;
  const { proposal, target } = found;
  const approver = approverOf(proposal, court);
  if (isRefusal(approver)) return approver;
  const law = sufficientLaw(court, proposal.legalBasis);
  if (isRefusal(law)) return law;
  const refusal = refuseFields(target, proposal.fields) ?? refuseTime(state, court);
  if (refusal) return refusal;
  const details = recorded(court, target, law);
  const approvers = [...proposal.approvers, approver];
  if (approvers.length < APPROVERS)
    return [{ type: 'RedactionApproved', data: { proposal: id, approver }, ...details }];
  if (!approvers.some(({ higherCourt }) => higherCourt)) return refuse('redaction-higher-court-missing');
  return [{ type: PAYLOAD_REDACTED, data: redacted(proposal, target, approvers), ...details }];
}

/** 不同意, or taken back by who proposed it. */
export function decline(
  { proposal: id, reason }: { readonly proposal: ProposalId; readonly reason: string },
  state: RedactionsOfCase,
  court: RedactingCourt,
): Decision<RedactionEvent> {
  const found = openProposal(id, state, court);
  if (isRefusal(found)) return found;
  const { proposal, target } = found;
  const may = court.act.actor.person === proposal.proposer || leadsFrom(court) !== undefined;
  if (!may) return refuse('redaction-by-leaders-only');
  const details = recorded(court, target, proposal.legalBasis);
  return [{ type: 'RedactionDeclined', data: { proposal: id, reason }, ...details }];
}

/** 两人审批. */
const APPROVERS = 2;

function openProposal(
  id: ProposalId,
  { proposals }: RedactionsOfCase,
  { facts: { target } }: RedactingCourt,
): { readonly proposal: Proposal; readonly target: RedactionTarget } | Refusal {
  const proposal = proposals.get(id);
  return proposal?.status === 'open' && target
    ? { proposal, target }
    : refuse('redaction-not-open', 'proposal');
}

function approverOf({ proposer, approvers }: Proposal, court: RedactingCourt): RedactionApprover | Refusal {
  const { actor, court: code } = court.act;
  const { person, post } = actor;
  const leads = leadsFrom(court);
  if (leads === undefined) return refuse('redaction-by-leaders-only');
  if (person === proposer) return refuse('redaction-own-proposal');
  if (approvers.some((one) => one.person === person)) return refuse('redaction-approved-before');
  return { person, post, court: code, higherCourt: leads === 'above' };
}

function redacted(
  { status: _status, proposer: _proposer, ...proposed }: Proposal,
  { shown }: RedactionTarget,
  approvers: readonly RedactionApprover[],
): RedactedPayload {
  const fields = proposed.fields.flatMap((field) => {
    const content = shown[field];
    return content ? [[field, content] as const] : [];
  });
  return {
    ...proposed,
    digests: Object.fromEntries(fields.map(([field, { digest }]) => [field, digest])),
    documents: [...new Set(fields.flatMap(([, { documents }]) => documents))],
    approvers,
    restores: null,
  };
}
