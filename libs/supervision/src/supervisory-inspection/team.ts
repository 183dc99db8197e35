import { holdersOn, postsHeldBy, type HeldPost } from '@liuhen/courts';
import { isRefusal, type Refusal } from '@liuhen/kernel';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { isAimedAt } from '../matter-rules/owed';
import { holderOf } from '../matter-rules/posts';
import type { ItemOwner, MatterTarget } from '../supervision-matter/supervision-matter.events';
import type { TeamMember } from './supervisory-inspection.events';
import { refuse } from './supervisory-inspection.refusals';

/**
 * 督导组: the persons in the posts that are named, each of the issuing court and none of those aimed at.
 *
 * @param field of the list
 */
export function teamOf(
  court: MatterCourt,
  matter: Matter,
  named: readonly ItemOwner[],
  field: string,
): readonly TeamMember[] | Refusal {
  if (named.length === 0) return refuse('inspection-team-missing', field);
  const team: TeamMember[] = [];
  for (const [place, post] of named.entries()) {
    const at = `${field}[${String(place)}]`;
    const member = memberOf(court, matter, post, at);
    if (isRefusal(member)) return member;
    if (team.some(({ person }) => person === member.person)) return refuse('inspection-member-repeated', at);
    team.push(member);
  }
  return team;
}

function memberOf(court: MatterCourt, matter: Matter, named: ItemOwner, at: string): TeamMember | Refusal {
  if (named.court !== court.code) return refuse('inspection-member-outside', `${at}.court`);
  if (!holderOf(court, named)) return refuse('matter-post-unknown', `${at}.post`);
  const [person, ...others] = holdersOn(court.facts.posts, named.post, court.on)
    .map((tenure) => tenure.person)
    .filter((holder) => named.person === null || holder === named.person);
  if (person === undefined || others.length > 0) return refuse('inspection-member-unnamed', `${at}.person`);
  return isOfThoseAimedAt(court, matter, person)
    ? refuse('inspection-member-aimed-at', at)
    : { ...named, person };
}

/** In whichever post: also somebody who serves in the court or division aimed at beside their own. */
const isOfThoseAimedAt = ({ facts, on, code }: MatterCourt, matter: Matter, person: string): boolean =>
  postsHeldBy(facts.posts, person, on).some(
    (held) =>
      isAimedAt(matter, { post: held.id, person }) ||
      matter.content.targets.some((target) => isWithin(target, held, code)),
  );

/** The court aimed at as a whole, where it is another one than the issuing court; else its division. */
const isWithin = ({ court, division }: MatterTarget, held: HeldPost, issuer: string): boolean =>
  court === held.court && (court !== issuer || (division !== null && division === held.division));
