import { courtWithId, postsHeldBy, type HeldPost } from '@liuhen/courts';
import { isRefusal, type Refusal } from '@liuhen/kernel';
import type { ItemOwner, MatterTarget, Participant } from '../supervision-matter/supervision-matter.events';
import type { Matter } from './matter';
import type { MatterCourt } from './matter-court';
import { refuse } from './matter-rules.refusals';
import { isAimedAt } from './owed';
import { holderOf, personIn } from './posts';

/**
 * Who takes part for the issuing side: persons of the issuing court, none of those aimed at, each once; on `court.on` in
 * the posts that are named.
 *
 * @param field of the list
 */
export function participantsOf(
  court: MatterCourt,
  matter: Matter,
  named: readonly ItemOwner[],
  field: string,
): readonly Participant[] | Refusal {
  const participants: Participant[] = [];
  for (const [place, post] of named.entries()) {
    const at = `${field}[${String(place)}]`;
    const participant = participantOf(court, matter, post, at);
    if (isRefusal(participant)) return participant;
    if (isAmong(participants, participant)) return refuse('matter-participant-repeated', at);
    participants.push(participant);
  }
  return participants;
}

export const isAmong = (
  participants: readonly Participant[],
  { person }: Pick<Participant, 'person'>,
): boolean => participants.some((participant) => participant.person === person);

/** One of them; a post that one person holds says by itself who. */
export function participantOf(
  court: MatterCourt,
  matter: Matter,
  named: ItemOwner,
  field: string,
): Participant | Refusal {
  if (named.court !== court.code) return refuse('matter-participant-outside', `${field}.court`);
  if (!holderOf(court, named)) return refuse('matter-post-unknown', `${field}.post`);
  const person = personIn(court, named);
  if (person === undefined) return refuse('matter-participant-unnamed', `${field}.person`);
  return isOfThoseAimedAt(court, matter, person)
    ? refuse('matter-participant-aimed-at', field)
    : { ...named, person };
}

/** In whichever post: also somebody who serves in the court or division aimed at beside their own. */
const isOfThoseAimedAt = (court: MatterCourt, matter: Matter, person: string): boolean =>
  postsHeldBy(court.facts.posts, person, court.on).some(
    (held) =>
      isAimedAt(matter, { post: held.id, person }) ||
      matter.content.targets.some((target) => isWithin(court, target, held)),
  );

/** The court aimed at as a whole, where it is another one than the issuing court; else its division. */
const isWithin = (
  { facts, on, code }: MatterCourt,
  { court, division }: MatterTarget,
  held: HeldPost,
): boolean =>
  courtWithId(facts.courts, held.court, on)?.code === court &&
  (court !== code || (division !== null && division === held.division));
