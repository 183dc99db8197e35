import { changeText, statusOf, type GuardedChange, type Proposal, type ProposalAnswer } from '@liuhen/courts';
import type { JsonObject } from '@liuhen/kernel';
import type { Directory } from '../directory/directory';
import { proposalId } from './proposal-id';
import type { ProposalPartView, ChangeProposalView } from './proposal.views';

/** A proposal as it stands today. */
export function proposalView(stream: string, proposal: Proposal, directory: Directory): ChangeProposalView {
  const { change, proposedBy, proposedAt, reason, approvals, closed, expiresOn } = proposal;
  const part = (answer: ProposalAnswer): ProposalPartView => ({
    person: answer.actor.person,
    name: directory.personName(answer.actor.person),
    post: answer.actor.post,
    at: answer.at,
    reason: answer.reason,
  });
  return {
    proposal: proposalId(stream, proposal.proposal),
    text: changeText(change as GuardedChange, {
      personName: (person) => directory.personName(person),
      postTitle: (post) => directory.postTitle(post),
      courtName: (court) => directory.courtName(court),
    }),
    change: change as unknown as JsonObject,
    proposed: part({ actor: proposedBy, at: proposedAt, reason }),
    approvals: approvals.map(part),
    status: statusOf(proposal, directory.today),
    closed: closed && part(closed),
    expiresOn,
  };
}
