import { isRefusal, type Refusal } from '@liuhen/kernel';
import type { TalkRules } from '../matter-rules/accountability-talk-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { isAmong, participantOf, participantsOf } from '../matter-rules/participants';
import type { ItemOwner, Participant } from '../supervision-matter/supervision-matter.events';
import type { TalkParty } from './accountability-talk.events';
import { refuse } from './accountability-talk.refusals';

/** Who talks and writes, as it is given: a post that one person holds says by itself who. */
export interface GivenParty {
  readonly talkers: readonly ItemOwner[];
  readonly recorder: ItemOwner;
}

/** The persons that they are on `court.on`, where they are enough and of the posts that the rules ask for. */
export function talkPartyOf(
  court: MatterCourt,
  matter: Matter,
  given: GivenParty,
  { leastTalkers, leaders, support }: TalkRules,
): TalkParty | Refusal {
  const talkers = participantsOf(court, matter, given.talkers, 'talkers');
  if (isRefusal(talkers)) return talkers;
  const recorder = participantOf(court, matter, given.recorder, 'recorder');
  if (isRefusal(recorder)) return recorder;
  if (isAmong(talkers, recorder)) return refuse('talk-recorder-talks', 'recorder');
  if (talkers.length < leastTalkers) return refuse('talk-talkers-too-few', 'talkers');
  if (!hasOneOf(court, talkers, leaders)) return refuse('talk-leader-missing', 'talkers');
  if (!hasOneOf(court, talkers, support)) return refuse('talk-support-missing', 'talkers');
  return { talkers, recorder };
}

/** Whether somebody holds a post of one of the kinds, where there are any. */
const hasOneOf = (
  { facts }: MatterCourt,
  talkers: readonly Participant[],
  kinds: readonly string[],
): boolean =>
  kinds.length === 0 || talkers.some(({ post }) => kinds.includes(facts.posts.get(post)?.kind ?? ''));
