import { chinaDateOf, type CalendarDate } from '@liuhen/kernel';
import { isEntitled, SECURITY_ADMINISTRATOR } from '../proposals/entitled';
import { proposalDecider, type ChangeRules, type ProposalFacts } from '../proposals/proposal-decider';
import { overlaps } from '../timeline';
import { isGuarded, type PostChange } from './guarded-change';
import { evolvePost, type PostRecord } from './post-record';
import { decidePost, type PostFacts } from './post.decider';
import { postEvents, type PostEvent } from './post.events';
import { refuse } from './post.refusals';

export type PostProposalFacts = PostFacts & ProposalFacts;

type PostRules = ChangeRules<PostRecord | undefined, PostChange, PostEvent, PostProposalFacts>;

/** Kinds of posts, in the court of the post that is changed. */
interface Entitled {
  readonly proposers: readonly string[];
  readonly approvers: readonly string[];
}

const ADMINISTRATORS: Entitled = {
  proposers: ['president', 'politicalDepartmentOfficer', SECURITY_ADMINISTRATOR],
  approvers: ['president', SECURITY_ADMINISTRATOR],
};

const OVERSIGHT: Entitled = {
  proposers: [
    ...['president', 'trialManagementDirector', 'trialManagementOfficer'],
    ...['politicalDepartmentOfficer', SECURITY_ADMINISTRATOR],
  ],
  approvers: ['president', 'vicePresident', 'partySecretary', SECURITY_ADMINISTRATOR],
};

const rules: PostRules = {
  events: postEvents,
  initial: undefined,
  approvals: 1,

  decide(change, state, act, facts) {
    if (!state) return refuse('post-not-established');
    if (!isGuarded(change, state)) return refuse('post-change-needs-no-approval');
    if (beginningOf(change) < chinaDateOf(act.at)) return refuse('post-change-retroactive', 'from');
    return decidePost(change, state, act, facts);
  },

  evolve: evolvePost,

  refuseProposer(change, state, act, facts) {
    if (gainersOf(change, state).includes(act.actor.person)) return refuse('own-power-not-permitted');
    return isEntitled(entitled(change).proposers, act, state?.court ?? '', facts)
      ? undefined
      : refuse('post-proposal-not-permitted');
  },

  refuseApprover({ change }, state, act, facts) {
    if (concernedBy(change, state).includes(act.actor.person)) return refuse('own-power-not-permitted');
    return isEntitled(entitled(change).approvers, act, state?.court ?? '', facts)
      ? undefined
      : refuse('post-approval-not-permitted');
  },
};

/** 授权: the appointment of an administrator, the end of it, and what a leader oversees. */
export const postProposalDecider = proposalDecider(rules);

const entitled = ({ type }: PostChange): Entitled =>
  type === 'AssignOversight' ? OVERSIGHT : ADMINISTRATORS;

const beginningOf = ({ data }: PostChange): CalendarDate => ('on' in data ? data.on : data.from);

/** Ids of those to whom the change gives a power. */
function gainersOf(change: PostChange, state: PostRecord | undefined): readonly string[] {
  switch (change.type) {
    case 'AppointPerson':
      return [change.data.person];
    case 'RecordPersonLeft':
      return [];
    case 'AssignOversight': {
      const span = { from: change.data.from, until: null };
      return state?.tenures.filter((tenure) => overlaps(tenure, span)).map(({ person }) => person) ?? [];
    }
  }
}

/** Ids of those whose own matter it is, also where it takes a power from them. */
const concernedBy = (change: PostChange, state: PostRecord | undefined): readonly string[] =>
  change.type === 'RecordPersonLeft' ? [change.data.person] : gainersOf(change, state);
