import { postKindOf } from '@liuhen/courts';
import type { Party } from '@liuhen/kernel';
import people from '../../../libs/courts/seed/people-demo.json';

/** A demonstration person in one of the posts that they hold. */
export interface Holder {
  readonly person: string;
  readonly post: string;
  /** Kind of the post. */
  readonly kind: string;
  readonly party: Party;
  /** Code of its court. */
  readonly court: string;
}

/** Everybody in the demonstration, once for each post. */
export const holders: readonly Holder[] = people.people.flatMap(({ person, posts }) =>
  posts.flatMap((id) => {
    const post = people.posts.find((one) => one.id === id);
    const kind = postKindOf(post?.kind ?? '');
    return post && kind ? [{ person, post: id, kind: post.kind, party: kind.party, court: post.court }] : [];
  }),
);

export const nameOf = ({ person, post }: Holder): string => `${person} ${post}`;
