import type { CalendarDate, DutyHolder } from '@liuhen/kernel';
import { isPresent, liveDelegation, liveDelegations } from './delegation';
import { ladderAbove } from './ladder';
import { delegatesEver, holdersEver, indexOf } from './post-index';
import { postKindOf } from './post-kind';
import { holdersOn, type PostDirectory } from './post-record';

/** 为何由其负责. */
export const ANSWERING_REASONS = {
  holder: '任职人',
  delegate: '受托代行',
  superior: '上一级负责人',
} as const;

/** Who answers, and why they do. */
export interface Answering {
  /** The post in which they answer. */
  readonly post: string;
  /** `null` where there is nobody in the court to answer: the post itself does. */
  readonly person: string | null;
  /** Number of the delegation in the stream of {@link post}. */
  readonly delegation: string | null;
  readonly why: keyof typeof ANSWERING_REASONS;
}

type Holder = Pick<DutyHolder, 'post' | 'person'>;

/** A holder for whom somebody answers. */
export interface AnsweredHolder extends Holder {
  /** Number of the delegation by which they do. */
  readonly delegation: string | null;
  readonly why: Answering['why'];
}

/**
 * Who answers on the day for what the holder owes: the person in the post; while they are on leave, their delegate; else
 * the first up the ladder who is there, or whose delegate is. Of several in a post that is meant as such, the first
 * appointed who is there. Who follows in a post for one takes over what the one before left.
 */
export function answeringFor(posts: PostDirectory, holder: Holder, on: CalendarDate): Answering {
  const own = answeringIn(posts, holder.post, namedIn(posts, holder, on), on);
  if (own) return own;
  for (const post of ladderAbove(posts, holder.post, on)) {
    const above = answeringIn(posts, post, null, on);
    if (above) return { ...above, why: 'superior' };
  }
  return { post: holder.post, person: null, delegation: null, why: 'holder' };
}

/** A person who left a post for one is no longer looked for: the post says who. */
function namedIn(posts: PostDirectory, { post, person }: Holder, on: CalendarDate): string | null {
  const kind = posts.get(post)?.kind ?? '';
  if (person === null || postKindOf(kind)?.seats !== 'one') return person;
  const isThere = holdersOn(posts, post, on).some((tenure) => tenure.person === person);
  return isThere || liveDelegation(posts, post, person, on) ? person : null;
}

/** The one named, or anybody in the post. */
function answeringIn(
  posts: PostDirectory,
  post: string,
  named: string | null,
  on: CalendarDate,
): Answering | undefined {
  const holders = holdersOn(posts, post, on)
    .map(({ person }) => person)
    .filter((person) => named === null || person === named);
  const present = holders.find((person) => isPresent(posts, person, on));
  if (present !== undefined) return { post, person: present, delegation: null, why: 'holder' };
  const delegations = liveDelegations(posts, post, on);
  // A delegate may have been handed the duty by name.
  const delegation = delegations.find(
    ({ person, to }) => (holders.includes(person) || to === named) && isPresent(posts, to, on),
  );
  return delegation && { post, person: delegation.to, delegation: delegation.id, why: 'delegate' };
}

/**
 * All holders for whom the person answers on the day: the inverse of {@link answeringFor}, over each post as such and
 * each person who ever was in it or stood in for one who was.
 */
export function answeredBy(
  posts: PostDirectory,
  person: string,
  on: CalendarDate,
): readonly AnsweredHolder[] {
  const courts = new Set((indexOf(posts).held.get(person) ?? []).flatMap((id) => posts.get(id)?.court ?? []));
  return [...courts].flatMap((court) => answersIn(posts, court, on).get(person) ?? []);
}

type Answers = ReadonlyMap<string, readonly AnsweredHolder[]>;

/** For each court the answers of the day last asked for. */
const answersOf = new WeakMap<
  PostDirectory,
  Map<string, { readonly on: CalendarDate; readonly answers: Answers }>
>();

function answersIn(posts: PostDirectory, court: string, on: CalendarDate): Answers {
  const courts = answersOf.get(posts) ?? new Map<string, { on: CalendarDate; answers: Answers }>();
  answersOf.set(posts, courts);
  const known = courts.get(court);
  if (known?.on === on) return known.answers;
  const answers = newAnswers(posts, court, on);
  courts.set(court, { on, answers });
  return answers;
}

function newAnswers(posts: PostDirectory, court: string, on: CalendarDate): Answers {
  const answers = new Map<string, AnsweredHolder[]>();
  for (const holder of holdersIn(posts, court)) {
    const { person, delegation, why } = answeringFor(posts, holder, on);
    if (person === null) continue;
    const answered = answers.get(person) ?? [];
    answers.set(person, answered);
    answered.push({ ...holder, delegation, why });
  }
  return answers;
}

const holdersIn = (posts: PostDirectory, court: string): readonly Holder[] =>
  (indexOf(posts).courts.get(court)?.ids ?? []).flatMap((post) => {
    const record = posts.get(post);
    const people = record ? new Set([...holdersEver(record), ...delegatesEver(record)]) : [];
    return [null, ...people].map((person) => ({ post, person }));
  });
