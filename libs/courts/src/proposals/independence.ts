import { chinaDateOf, type Act, type Actor, type CalendarDate } from '@liuhen/kernel';
import { liveDelegations } from '../posts/delegation';
import { indexOf } from '../posts/post-index';
import type { PostDirectory } from '../posts/post-record';

/**
 * Whether the actor is somebody else than those who acted before, in whichever posts: neither one of them, nor one in
 * whose name one of them acted, nor one who stands in for the other today.
 */
export function isIndependent(
  { actor, at }: Pick<Act, 'actor' | 'at'>,
  others: readonly Actor[],
  posts: PostDirectory,
): boolean {
  const on = chinaDateOf(at);
  const own = personsBehind(actor, posts);
  const taken = others.flatMap((other) => personsBehind(other, posts));
  return own.every((one) => taken.every((other) => !isBound(posts, one, other, on)));
}

/** The person, and who delegated the post in which they act. */
function personsBehind({ person, post, delegation }: Actor, posts: PostDirectory): readonly string[] {
  const granted = posts.get(post)?.delegations.find(({ id }) => id === delegation);
  return granted ? [person, granted.person] : [person];
}

const isBound = (posts: PostDirectory, one: string, other: string, on: CalendarDate): boolean =>
  one === other || standsInFor(posts, one, other, on) || standsInFor(posts, other, one, on);

const standsInFor = (posts: PostDirectory, delegate: string, holder: string, on: CalendarDate): boolean =>
  (indexOf(posts).delegated.get(delegate) ?? []).some((post) =>
    liveDelegations(posts, post, on).some(({ person, to }) => person === holder && to === delegate),
  );
