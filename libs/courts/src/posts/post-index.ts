import type { PostDirectory, PostRecord } from './post-record';

/** The posts of one court, by what they are to each other. */
export interface CourtPosts {
  readonly ids: readonly string[];
  /** Ids by kind, in the order in which the posts were established. */
  readonly byKind: ReadonlyMap<string, readonly string[]>;
  /** Ids by {@link placeOf}. */
  readonly byPlace: ReadonlyMap<string, readonly string[]>;
}

/** What a post is within its court. */
export const placeOf = ({ kind, division }: Pick<PostRecord, 'kind' | 'division'>): string =>
  `${kind} ${division ?? ''}`;

/** What would otherwise be looked for among all posts. */
export interface PostIndex {
  readonly courts: ReadonlyMap<string, CourtPosts>;
  /** Ids of the posts that the person ever held. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  /** Ids of the posts that were ever delegated to the person. */
  readonly delegated: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<PostDirectory, PostIndex>();

/** A directory never changes, so that its index is made once. */
export function indexOf(directory: PostDirectory): PostIndex {
  const known = indexes.get(directory);
  if (known) return known;
  const made = newIndex(directory);
  indexes.set(directory, made);
  return made;
}

function newIndex(directory: PostDirectory): PostIndex {
  const courts = new Map<string, ReturnType<typeof emptyCourt>>();
  const held = new Map<string, string[]>();
  const delegated = new Map<string, string[]>();
  for (const [id, record] of directory) {
    const court = courts.get(record.court) ?? emptyCourt();
    courts.set(record.court, court);
    court.ids.push(id);
    listed(court.byKind, record.kind).push(id);
    listed(court.byPlace, placeOf(record)).push(id);
    for (const person of holdersEver(record)) listed(held, person).push(id);
    for (const person of delegatesEver(record)) listed(delegated, person).push(id);
  }
  return { courts, held, delegated };
}

const emptyCourt = () => ({
  ids: [] as string[],
  byKind: new Map<string, string[]>(),
  byPlace: new Map<string, string[]>(),
});

function listed(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

export const holdersEver = ({ tenures }: PostRecord): ReadonlySet<string> =>
  new Set(tenures.map(({ person }) => person));

export const delegatesEver = ({ delegations }: PostRecord): ReadonlySet<string> =>
  new Set(delegations.map(({ to }) => to));
