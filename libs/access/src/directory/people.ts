import type { Directory } from './directory';

/** Somebody who holds a post today. */
export interface PersonInPost {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly court: string; readonly title: string }[];
}

/** Everybody with a post, by id. */
export function peopleToday(directory: Directory): readonly PersonInPost[] {
  const ids = [...directory.posts.values()].flatMap(({ tenures }) => tenures.map(({ person }) => person));
  return [...new Set(ids)].toSorted().flatMap((id) => {
    const posts = directory
      .postsOf(id)
      .map(({ court, title }) => ({ court: directory.courtName(court), title }));
    return posts.length === 0 ? [] : [{ id, name: directory.personName(id), posts }];
  });
}
