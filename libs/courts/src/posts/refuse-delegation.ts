import type { Actor, Refusal } from '@liuhen/kernel';
import { covers, isSpan, overlaps } from '../timeline';
import { superiorsOf } from './ladder';
import { isAdministrator } from './post-kind';
import { holdersOn, type PostDirectory, type PostRecord } from './post-record';
import type { DelegationGranted } from './post.events';
import { refuse } from './post.refusals';

/** Its number is given by the decision; it is of the whole post. */
export type RequestedDelegation = Omit<DelegationGranted['data'], 'delegation' | 'scope'>;

interface DelegationFacts {
  readonly postId: string;
  readonly posts: PostDirectory;
}

/** 委托 is given by who holds the post, approved from above, to somebody of the same court, and is not handed on. */
export function refuseDelegation(
  delegation: RequestedDelegation,
  record: PostRecord,
  actor: Actor,
  facts: DelegationFacts,
): Refusal | undefined {
  const { person, to, from } = delegation;
  if (!isSpan(delegation)) return refuse('post-period-reversed', 'until');
  if (!record.tenures.some((tenure) => tenure.person === person && covers(tenure, from)))
    return refuse('person-not-in-post', 'person');
  if ([record.kind, facts.posts.get(delegation.toPost)?.kind ?? ''].some(isAdministrator))
    return refuse('administrator-not-delegated', 'toPost');
  if (actor.delegation !== null && actor.post === facts.postId) return refuse('delegation-handed-on');
  if (actor.person === to) return refuse('delegation-to-oneself-not-permitted', 'to');
  return (
    refuseDelegate(delegation, record, facts) ??
    refuseOverlap(delegation, record) ??
    (mayApprove(delegation, facts) ? undefined : refuse('delegation-approver-not-above', 'approver'))
  );
}

function refuseDelegate(
  { person, to, toPost, from }: RequestedDelegation,
  { court }: PostRecord,
  { posts }: DelegationFacts,
): Refusal | undefined {
  if (to === person) return refuse('delegation-to-oneself', 'to');
  const isHeld = holdersOn(posts, toPost, from).some((tenure) => tenure.person === to);
  return isHeld && posts.get(toPost)?.court === court ? undefined : refuse('delegate-not-in-post', 'toPost');
}

/** In a post that several hold, each has their own delegate. */
const refuseOverlap = (delegation: RequestedDelegation, { delegations }: PostRecord): Refusal | undefined =>
  delegations.some(
    (other) => other.person === delegation.person && isSpan(other) && overlaps(other, delegation),
  )
    ? refuse('delegation-overlaps', 'from')
    : undefined;

/** Somebody above the post in its court; where nobody is, who holds it. */
function mayApprove(
  { person, approver, from }: RequestedDelegation,
  { postId, posts }: DelegationFacts,
): boolean {
  const above = superiorsOf(posts, postId, from).flatMap((id) => holdersOn(posts, id, from));
  return above.length === 0 ? approver === person : above.some((tenure) => tenure.person === approver);
}
