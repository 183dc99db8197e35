import type { Actor, CalendarDate, EventHeader, Instant, Message } from '@liuhen/kernel';
import type { ChangeProposed, ProposalEvent } from './proposal.events';

/** What somebody said of a proposal. */
export interface ProposalAnswer {
  readonly actor: Actor;
  readonly at: Instant;
  readonly reason: string;
}

export const PROPOSAL_STATUSES = {
  pending: '待批准',
  enacted: '已批准',
  declined: '未获同意',
  withdrawn: '已撤回',
  expired: '逾期失效',
} as const;
export type ProposalStatus = keyof typeof PROPOSAL_STATUSES;

type Closing = Exclude<ProposalStatus, 'pending' | 'expired'>;

export interface Proposal<Change extends Message = Message> extends Readonly<ChangeProposed<Change>['data']> {
  readonly proposedBy: Actor;
  readonly proposedAt: Instant;
  /** First given first. */
  readonly approvals: readonly ProposalAnswer[];
  readonly closed: (ProposalAnswer & { readonly as: Closing }) | null;
}

/** Those of one stream, in the order in which they were made. */
export type Proposals<Change extends Message = Message> = readonly Proposal<Change>[];

/** All there are, by stream, folded from their events. */
export type ProposalBook = ReadonlyMap<string, Proposals>;

export const emptyProposalBook: ProposalBook = new Map();

type ProposalHeader = Pick<EventHeader, 'actor' | 'recordedAt'>;

export function withProposal<Change extends Message>(
  proposals: Proposals<Change>,
  event: ProposalEvent<Change>,
  { actor, recordedAt }: ProposalHeader,
): Proposals<Change> {
  if (event.type === 'ChangeProposed') {
    const made = { ...event.data, proposedBy: actor, proposedAt: recordedAt, approvals: [], closed: null };
    return [...proposals, made];
  }
  const answer = { actor, at: recordedAt, reason: event.data.reason };
  return proposals.map((proposal) =>
    proposal.proposal === event.data.proposal ? answered(proposal, event, answer) : proposal,
  );
}

function answered<Change extends Message>(
  proposal: Proposal<Change>,
  event: Exclude<ProposalEvent, ChangeProposed>,
  answer: ProposalAnswer,
): Proposal<Change> {
  switch (event.type) {
    case 'ProposalApproved': {
      const approvals = [...proposal.approvals, answer];
      return { ...proposal, approvals, closed: event.data.enacts ? { ...answer, as: 'enacted' } : null };
    }
    case 'ProposalDeclined':
      return { ...proposal, closed: { ...answer, as: 'declined' } };
    case 'ProposalWithdrawn':
      return { ...proposal, closed: { ...answer, as: 'withdrawn' } };
  }
}

export const withProposalEvent = (
  book: ProposalBook,
  event: ProposalEvent & { readonly header: ProposalHeader & Pick<EventHeader, 'stream'> },
): ProposalBook => {
  const { stream } = event.header;
  return new Map(book).set(stream, withProposal(book.get(stream) ?? [], event, event.header));
};

/** As it stands on the day: one that nobody closed in time is over without an event. */
export function statusOf(
  { closed, expiresOn }: Pick<Proposal, 'closed' | 'expiresOn'>,
  on: CalendarDate,
): ProposalStatus {
  if (closed) return closed.as;
  return expiresOn <= on ? 'expired' : 'pending';
}
