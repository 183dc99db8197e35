import type { CalendarDate, EventTypes, Message } from '@liuhen/kernel';

/** 提请: somebody asks for a change of a rule, a post or a key; it is made by whoever approves it last. */
export type ChangeProposed<Change extends Message = Message> = Message<
  'ChangeProposed',
  {
    /** Its number in the stream. */
    proposal: string;
    change: Change;
    reason: string;
    /** The first day on which it can no longer be approved. */
    expiresOn: CalendarDate;
  }
>;

/** 同意: by somebody else. The last one that is needed stands before what it enacts, in one append. */
export type ProposalApproved = Message<
  'ProposalApproved',
  { proposal: string; reason: string; enacts: boolean }
>;

/** 不同意: by one of those who could have approved; it ends the proposal. */
export type ProposalDeclined = Message<'ProposalDeclined', { proposal: string; reason: string }>;

/** 撤回: by who proposed. */
export type ProposalWithdrawn = Message<'ProposalWithdrawn', { proposal: string; reason: string }>;

export type ProposalEvent<Change extends Message = Message> =
  ChangeProposed<Change> | ProposalApproved | ProposalDeclined | ProposalWithdrawn;

export const proposalEvents: EventTypes<ProposalEvent> = {
  ChangeProposed: { schema: 1 },
  ProposalApproved: { schema: 1 },
  ProposalDeclined: { schema: 1 },
  ProposalWithdrawn: { schema: 1 },
};
