import people from '../../../libs/courts/seed/people-demo.json';

/** A demonstration person in one of the posts that they hold. */
export interface Holder {
  readonly person: string;
  readonly post: string;
  /** Kind of the post. */
  readonly kind: string;
  /** Code of its court. */
  readonly court: string;
}

/** Everybody in the demonstration, once for each post. */
export const holders: readonly Holder[] = people.people.flatMap(({ person, posts }) =>
  posts.flatMap((id) => {
    const post = people.posts.find((one) => one.id === id);
    return post ? [{ person, post: id, kind: post.kind, court: post.court }] : [];
  }),
);

export const nameOf = ({ person, post }: Holder): string => `${person} ${post}`;
