import type { Decider, Decision, Refusal } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { isSystemImport } from '../proposals/system-import';
import { covers, isSpan, overlaps } from '../timeline';
import { isGuarded } from './guarded-change';
import type { PostCommand } from './post-command';
import { postKindOf } from './post-kind';
import { evolvePost, type PostDirectory, type PostRecord } from './post-record';
import {
  postEvents,
  WHOLE_POST,
  type DelegationGranted,
  type DelegationRevoked,
  type LeaveEnded,
  type LeaveRecorded,
  type PersonAppointed,
  type PersonLeft,
  type PostEstablished,
  type PostEvent,
} from './post.events';
import { refuse } from './post.refusals';
import { refuseDelegation, type RequestedDelegation } from './refuse-delegation';
import { refuseOtherPost } from './separation';

export interface PostFacts {
  readonly postId: string;
  readonly courts: CourtDirectory;
  /** All posts, from their streams. */
  readonly posts: PostDirectory;
}

type PostDecider = Decider<PostRecord | undefined, PostCommand, PostEvent, PostFacts>;

/** What one person enters alone; and what the system takes over from elsewhere. */
export const postDecider: PostDecider = {
  events: postEvents,
  initial: undefined,

  decide(command, state, act, facts) {
    if (state && isGuarded(command, state) && !isSystemImport(act))
      return refuse('post-change-needs-approval');
    return decidePost(command, state, act, facts);
  },

  evolve: evolvePost,
};

/** Whoever has decided on it. */
export const decidePost: PostDecider['decide'] = (command, state, act, facts) => {
  if (command.type === 'EstablishPost')
    return state ? refuse('post-already-established') : establish(command.data, facts);
  if (!state) return refuse('post-not-established');
  switch (command.type) {
    case 'AppointPerson':
      return (
        refuseAppointment(command.data, state) ??
        refuseOtherPost(command.data, state.kind, facts) ?? [{ type: 'PersonAppointed', data: command.data }]
      );
    case 'RecordPersonLeft':
      return refuseLeaving(command.data, state) ?? [{ type: 'PersonLeft', data: command.data }];
    case 'RecordLeave':
      return refuseLeave(command.data, state) ?? [{ type: 'LeaveRecorded', data: command.data }];
    case 'EndLeave':
      return refuseEndOfLeave(command.data, state) ?? [{ type: 'LeaveEnded', data: command.data }];
    case 'GrantDelegation':
      return refuseDelegation(command.data, state, act.actor, facts) ?? [granted(command.data, state)];
    case 'RevokeDelegation':
      return refuseRevocation(command.data, state) ?? [{ type: 'DelegationRevoked', data: command.data }];
    case 'AssignOversight':
      return OVERSEEING.has(state.kind)
        ? [{ type: 'OversightAssigned', data: command.data }]
        : refuse('post-without-oversight');
  }
};

function establish(post: PostEstablished['data'], { courts }: PostFacts): Decision<PostEvent> {
  if (!courts.has(post.court)) return refuse('post-court-unknown', 'court');
  if (!postKindOf(post.kind)) return refuse('post-kind-unknown', 'kind');
  return [{ type: 'PostEstablished', data: post }];
}

function refuseAppointment(
  { person, from }: PersonAppointed['data'],
  { kind, tenures }: PostRecord,
): Refusal | undefined {
  const holders = tenures.filter((tenure) => overlaps(tenure, { from, until: null }));
  if (holders.some((holder) => holder.person === person)) return refuse('person-already-in-post', 'person');
  const isSingle = postKindOf(kind)?.seats === 'one';
  return isSingle && holders.length > 0 ? refuse('post-occupied', 'from') : undefined;
}

function refuseLeaving({ person, on }: PersonLeft['data'], { tenures }: PostRecord): Refusal | undefined {
  const tenure = tenures.find((held) => held.person === person && held.until === null);
  if (!tenure) return refuse('person-not-in-post', 'person');
  return on > tenure.from ? undefined : refuse('leaves-before-appointment', 'on');
}

function refuseLeave(leave: LeaveRecorded['data'], { tenures, leaves }: PostRecord): Refusal | undefined {
  if (!isSpan(leave)) return refuse('post-period-reversed', 'until');
  const isTheirs = ({ person }: { readonly person: string }) => person === leave.person;
  if (!tenures.some((tenure) => isTheirs(tenure) && covers(tenure, leave.from)))
    return refuse('person-not-in-post', 'person');
  const isTaken = leaves.some((other) => isTheirs(other) && isSpan(other) && overlaps(other, leave));
  return isTaken ? refuse('leave-overlaps', 'from') : undefined;
}

const refuseEndOfLeave = ({ person, on }: LeaveEnded['data'], { leaves }: PostRecord): Refusal | undefined =>
  leaves.some((leave) => leave.person === person && covers(leave, on))
    ? undefined
    : refuse('not-on-leave', 'on');

const granted = (data: RequestedDelegation, { delegations }: PostRecord): DelegationGranted => ({
  type: 'DelegationGranted',
  data: { delegation: String(delegations.length + 1), ...data, scope: WHOLE_POST },
});

function refuseRevocation(
  { delegation, on }: DelegationRevoked['data'],
  { delegations }: PostRecord,
): Refusal | undefined {
  const granted = delegations.find(({ id }) => id === delegation);
  if (!granted) return refuse('delegation-not-found', 'delegation');
  return covers(granted, on) ? undefined : refuse('delegation-not-in-force', 'on');
}

/** 分管院领导: who may be given divisions to oversee. */
const OVERSEEING: ReadonlySet<string> = new Set(['vicePresident', 'adjudicationCommitteeMember']);
