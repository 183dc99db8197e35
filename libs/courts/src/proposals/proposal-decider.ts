import {
  chinaDateOf,
  isRefusal,
  type Act,
  type Decider,
  type Decision,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import type { PolicyBook } from '../policies/policy-book';
import type { PostDirectory } from '../posts/post-record';
import { expiryOf } from './administration-policy';
import { isIndependent } from './independence';
import { proposalEvents, type ProposalEvent } from './proposal.events';
import { refuse } from './proposal.refusals';
import { statusOf, withProposal, type Proposal, type Proposals } from './proposal-record';

type Answer<Type extends string> = Message<Type, { proposal: string; reason: string }>;

export type ProposalCommand<Change extends Message = Message> =
  | Message<'ProposeChange', { change: Change; reason: string }>
  | Answer<'ApproveProposal'>
  | Answer<'DeclineProposal'>
  | Answer<'WithdrawProposal'>;

export interface ProposalFacts {
  readonly courts: CourtDirectory;
  readonly posts: PostDirectory;
  readonly policies: PolicyBook;
}

/** What is changed, and what has been proposed of it. */
export interface Proposed<State, Change extends Message> {
  readonly state: State;
  readonly proposals: Proposals<Change>;
}

/** A kind of change that nobody makes alone. */
export interface ChangeRules<State, Change extends Message, Event extends Message, Facts> extends Decider<
  State,
  Change,
  Event,
  Facts
> {
  /** How many have to approve, beside who proposes. */
  readonly approvals: number;
  readonly refuseProposer: (change: Change, state: State, act: Act, facts: Facts) => Refusal | undefined;
  readonly refuseApprover: (
    proposal: Proposal<Change>,
    state: State,
    act: Act,
    facts: Facts,
  ) => Refusal | undefined;
}

export interface ProposalDecider<
  State,
  Change extends Message,
  Event extends Message,
  Facts extends ProposalFacts,
> extends Decider<Proposed<State, Change>, ProposalCommand<Change>, Event | ProposalEvent<Change>, Facts> {
  /** Why it is not the actor's to answer a proposal. */
  readonly refuseAnswer: ChangeRules<State, Change, Event, Facts>['refuseApprover'];
}

/**
 * 两人以上: a change is proposed by one, approved by others, and made by the last approval in the same append. It must
 * be permitted when it is proposed and still when it is made.
 */
export function proposalDecider<
  State,
  Change extends Message,
  Event extends Message,
  Facts extends ProposalFacts,
>(rules: ChangeRules<State, Change, Event, Facts>): ProposalDecider<State, Change, Event, Facts> {
  const refuseAnswer: typeof rules.refuseApprover = (proposal, state, act, facts) =>
    rules.refuseApprover(proposal, state, act, facts) ?? refuseDependent(proposal, act, facts);

  const propose = (
    { change, reason }: { readonly change: Change; readonly reason: string },
    { state, proposals }: Proposed<State, Change>,
    act: Act,
    facts: Facts,
  ): Decision<ProposalEvent<Change>> => {
    const refusal = rules.refuseProposer(change, state, act, facts);
    if (refusal) return refusal;
    const enacted = rules.decide(change, state, act, facts);
    if (isRefusal(enacted)) return enacted;
    const proposal = String(proposals.length + 1);
    return [{ type: 'ChangeProposed', data: { proposal, change, reason, expiresOn: expiryOf(act, facts) } }];
  };

  return {
    events: { ...rules.events, ...proposalEvents } as never,
    initial: { state: rules.initial, proposals: [] },
    refuseAnswer,

    decide(command, proposed, act, facts) {
      if (command.data.reason.trim() === '') return refuse('proposal-without-reason', 'reason');
      if (command.type === 'ProposeChange') return propose(command.data, proposed, act, facts);
      const { state, proposals } = proposed;
      const proposal = pending(command.data.proposal, proposals, act);
      if (isRefusal(proposal)) return proposal;
      if (command.type === 'WithdrawProposal')
        return act.actor.person === proposal.proposedBy.person
          ? [{ type: 'ProposalWithdrawn', data: command.data }]
          : refuse('proposal-withdrawal-not-permitted');
      const refusal = refuseAnswer(proposal, state, act, facts);
      if (refusal) return refusal;
      if (command.type === 'DeclineProposal') return [{ type: 'ProposalDeclined', data: command.data }];
      const enacts = proposal.approvals.length + 1 >= rules.approvals;
      const made = enacts ? rules.decide(proposal.change, state, act, facts) : [];
      if (isRefusal(made)) return made;
      return [{ type: 'ProposalApproved', data: { ...command.data, enacts } }, ...made];
    },

    evolve({ state, proposals }, event, header) {
      return isProposalEvent<Change>(event)
        ? { state, proposals: withProposal(proposals, event, header) }
        : { state: rules.evolve(state, event, header), proposals };
    },
  };
}

function pending<Change extends Message>(
  number: string,
  proposals: Proposals<Change>,
  { at }: Act,
): Proposal<Change> | Refusal {
  const proposal = proposals.find((one) => one.proposal === number);
  if (!proposal) return refuse('proposal-not-found');
  const status = statusOf(proposal, chinaDateOf(at));
  if (status === 'pending') return proposal;
  return refuse(status === 'expired' ? 'proposal-expired' : 'proposal-closed');
}

function refuseDependent(
  { proposedBy, approvals }: Proposal,
  act: Act,
  { posts }: ProposalFacts,
): Refusal | undefined {
  const others = [proposedBy, ...approvals.map(({ actor }) => actor)];
  return isIndependent(act, others, posts) ? undefined : refuse('proposal-approval-not-independent');
}

const isProposalEvent = <Change extends Message>(event: Message): event is ProposalEvent<Change> =>
  Object.hasOwn(proposalEvents, event.type);
