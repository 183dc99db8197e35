import type { CalendarDate } from '@liuhen/kernel';
import { valueOn } from '../timeline';
import { indexOf, placeOf } from './post-index';
import { postKindOf } from './post-kind';
import { holdersOn, type PostDirectory, type PostRecord } from './post-record';

/** 层级 above the judge, as warnings and rules of review name them. */
export type LadderLevel = 'divisionChief' | 'vicePresident' | 'president';

/** The steps of a court, lowest first, and the kinds of post that stand on each. */
const STEPS = [
  { step: 'deputy', kinds: ['deputyDivisionChief'] },
  // 庭室负责人: the chief of a division, by whatever name.
  { step: 'divisionChief', kinds: ['divisionChief', 'enforcementDirector', 'trialManagementDirector'] },
  // 分管院领导: the vice president who oversees the division, else the full-time member of the committee who does.
  { step: 'vicePresident', kinds: ['vicePresident', 'adjudicationCommitteeMember'] },
  { step: 'president', kinds: ['president'] },
] as const;

type Step = (typeof STEPS)[number];

/**
 * The ladder of posts above the post in the same court on the day, nearest first: 庭长 of its division, 分管副院长,
 * 院长 (人民法院组织法 第四十一条). A post that nobody holds is on it too.
 */
export const superiorsOf = (posts: PostDirectory, postId: string, on: CalendarDate): readonly string[] =>
  ladderAbove(posts, postId, on).filter((id) => posts.get(id)?.kind !== 'deputyDivisionChief');

/** As {@link superiorsOf}, with 副庭长 between the judge and 庭长: they answer first where somebody is missing. */
export function ladderAbove(posts: PostDirectory, postId: string, on: CalendarDate): readonly string[] {
  const record = posts.get(postId);
  if (!record || hasNobodyAbove(record)) return [];
  const own = STEPS.findIndex(({ kinds }) => includes(kinds, record.kind));
  return STEPS.slice(own + 1).flatMap((step) =>
    postsOn(posts, step, { court: record.court, division: record.division }, on),
  );
}

/** The post of a level in the court (by id), for the division on the day; somebody holds it where there is a choice. */
export function postAtLevel(
  posts: PostDirectory,
  court: string,
  level: LadderLevel,
  division: string | null,
  on: CalendarDate,
): string | undefined {
  const found = STEPS.filter(({ step }) => step === level).flatMap((step) =>
    postsOn(posts, step, { court, division }, on),
  );
  return found.find((id) => holdersOn(posts, id, on).length > 0) ?? found[0];
}

interface Place {
  /** Id of the court. */
  readonly court: string;
  readonly division: string | null;
}

function postsOn(
  posts: PostDirectory,
  { step, kinds }: Step,
  { court, division }: Place,
  on: CalendarDate,
): readonly string[] {
  const found = indexOf(posts).courts.get(court);
  if (!found) return [];
  const ofKinds = kinds.flatMap((kind) => found.byKind.get(kind) ?? []);
  if (step === 'president') return ofKinds;
  if (division === null) return [];
  return step === 'vicePresident'
    ? ofKinds.filter((id) => {
        const record = posts.get(id);
        return record && divisionsOverseenBy(record, on).includes(division);
      })
    : kinds.flatMap((kind) => found.byPlace.get(placeOf({ kind, division })) ?? []);
}

/** 分管: the divisions that the post oversees on the day. */
export const divisionsOverseenBy = ({ oversight }: PostRecord, on: CalendarDate): readonly string[] =>
  valueOn(oversight, on) ?? [];

/** 党组书记 is above the ladder; people from outside and systems are not on it. */
function hasNobodyAbove({ kind }: PostRecord): boolean {
  const party = postKindOf(kind)?.party;
  return kind === 'partySecretary' || party === 'external' || party === 'system';
}

const includes = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);
