import { chinaDateOf, type Act } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { administrativeChain } from '../policies/policy-book';
import type { PostDirectory } from '../posts/post-record';

interface EntitlementFacts {
  readonly courts: CourtDirectory;
  readonly posts: PostDirectory;
}

/** 安全管理员: one of a court above answers for the courts beneath it too. */
export const SECURITY_ADMINISTRATOR = 'securityAdministrator';

/** Whether the actor's post is one of the kinds, in the court. @param court its id */
export function isEntitled(
  kinds: readonly string[],
  { actor, at }: Pick<Act, 'actor' | 'at'>,
  court: string,
  { courts, posts }: EntitlementFacts,
): boolean {
  const post = posts.get(actor.post);
  if (!post || !kinds.includes(post.kind)) return false;
  if (post.court === court) return true;
  return (
    post.kind === SECURITY_ADMINISTRATOR &&
    administrativeChain(courts, court, chinaDateOf(at)).includes(post.court)
  );
}
