import type { CalendarDate } from '@liuhen/kernel';
import { covers } from '../timeline';
import { indexOf } from './post-index';
import { heldPost, holdersOn, type Delegation, type HeldPost, type PostDirectory } from './post-record';
import { WHOLE_POST } from './post.events';

/** Leave is the person's, in whichever of their posts it was recorded. */
export const isPresent = (posts: PostDirectory, person: string, on: CalendarDate): boolean =>
  !(indexOf(posts).held.get(person) ?? []).some((id) =>
    posts.get(id)?.leaves.some((leave) => leave.person === person && covers(leave, on)),
  );

/** Delegations of the post whose delegate is still in the post in which they were chosen. */
export const liveDelegations = (
  posts: PostDirectory,
  post: string,
  on: CalendarDate,
): readonly Delegation[] =>
  (posts.get(post)?.delegations ?? []).filter(
    (delegation) =>
      delegation.scope === WHOLE_POST && covers(delegation, on) && isStillDelegate(posts, delegation, on),
  );

/** Somebody who left and came back has to be chosen again. */
const isStillDelegate = (posts: PostDirectory, { to, toPost, from }: Delegation, on: CalendarDate): boolean =>
  holdersOn(posts, toPost, on).some((tenure) => tenure.person === to && covers(tenure, from));

export const liveDelegation = (
  posts: PostDirectory,
  post: string,
  to: string,
  on: CalendarDate,
): Delegation | undefined => liveDelegations(posts, post, on).find((delegation) => delegation.to === to);

export interface DelegatedPost extends HeldPost {
  /** Number of the delegation in the post's stream. */
  readonly delegation: string;
}

/** The posts in which the person may act by delegation on the day; also while who delegated is there. */
export const postsDelegatedTo = (
  posts: PostDirectory,
  person: string,
  on: CalendarDate,
): readonly DelegatedPost[] =>
  (indexOf(posts).delegated.get(person) ?? []).flatMap((id) => {
    const record = posts.get(id);
    const delegation = liveDelegation(posts, id, person, on);
    return record && delegation ? [{ ...heldPost(id, record), delegation: delegation.id }] : [];
  });
