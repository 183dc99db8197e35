import { isEntitled } from '../proposals/entitled';
import { proposalDecider, type ChangeRules, type ProposalFacts } from '../proposals/proposal-decider';
import { mayAddTo } from './local-additions';
import { decidePolicy, type PolicyCommand, type PolicyFacts } from './policy.decider';
import { namedByVersion, policyEvents, type PolicyEvent } from './policy.events';
import { evolvePolicy, type PolicyRecord } from './policy-record';
import { refuse } from './policy.refusals';

export type PolicyProposalFacts = PolicyFacts & ProposalFacts;

type PolicyRules = ChangeRules<PolicyRecord, PolicyCommand, PolicyEvent, PolicyProposalFacts>;

/** Who proposes, and who decides with them, in their own court. */
const PROPOSERS = ['president', 'trialManagementDirector'];
const APPROVERS = [...PROPOSERS, 'vicePresident', 'adjudicationCommitteeMember', 'partySecretary'];

const rules: PolicyRules = {
  events: policyEvents,
  initial: [],
  approvals: 2,

  decide: (change, state, act, facts) =>
    change.type === 'AdoptPolicy' && !mayAddTo(change.data, facts)
      ? refuse('policy-local-additions-closed', 'clauses')
      : decidePolicy(change, state, act, facts),

  evolve: evolvePolicy,

  refuseProposer: (change, _, act, facts) =>
    isEntitled(PROPOSERS, act, courtOf(change), facts) ? undefined : refuse('policy-not-permitted'),

  refuseApprover: ({ change }, _, act, facts) =>
    isEntitled(APPROVERS, act, courtOf(change), facts) ? undefined : refuse('policy-approval-not-permitted'),
};

/** A change of a court's rule, by three of its leaders. */
export const policyProposalDecider = proposalDecider(rules);

/** Id of the court whose rule it is; of a version that is misnamed, the one that it gives. */
const courtOf = ({ type, data }: PolicyCommand): string =>
  type === 'AdoptPolicy' ? data.court : (namedByVersion(data.version)?.court ?? '');
