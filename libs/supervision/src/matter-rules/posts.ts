import { courtWithId, holdersOn, partyOf, postKindOf } from '@liuhen/courts';
import type { DutyHolder, Refusal } from '@liuhen/kernel';
import type { ItemOwner } from '../supervision-matter/supervision-matter.events';
import type { MatterCourt } from './matter-court';
import { refuse } from './matter-rules.refusals';

type Here = Pick<MatterCourt, 'facts' | 'on'>;

/**
 * A post as a duty's holder, answering as what it is at home; `undefined` where the court has no such post. Of a post
 * for one the post says who; of a post for many the person has to be named.
 */
export function holderOf({ facts, on }: Here, { court, post, person }: ItemOwner): DutyHolder | undefined {
  const record = facts.posts.get(post);
  const kind = record && postKindOf(record.kind);
  if (!record || !kind || courtWithId(facts.courts, record.court, on)?.code !== court) return undefined;
  const named = kind.seats === 'one' ? null : person;
  return { court, division: record.division, post, person: named, party: kind.party };
}

/** The same post where it acts upon another court: 上下级法院. */
export function holderToward(here: Here, owner: ItemOwner, targetCourt: string): DutyHolder | undefined {
  const holder = holderOf(here, owner);
  const kind = postKindOf(here.facts.posts.get(owner.post)?.kind ?? '');
  return holder && kind && { ...holder, party: partyOf(kind, owner.court, targetCourt) };
}

/**
 * A post that can be charged: as {@link holderToward}.
 *
 * @param field where it is named
 * @returns Refusal `matter-post-unknown`, or `matter-person-unnamed` where of a post for many nobody is named who holds it
 */
export function chargeableHolder(
  here: Here,
  owner: ItemOwner,
  field: string,
  targetCourt = owner.court,
): DutyHolder | Refusal {
  const holder = holderToward(here, owner, targetCourt);
  if (!holder) return refuse('matter-post-unknown', `${field}.post`);
  const seats = postKindOf(here.facts.posts.get(owner.post)?.kind ?? '')?.seats;
  const isNamed = seats === 'one' || (owner.person !== null && personIn(here, owner) === owner.person);
  return isNamed ? holder : refuse('matter-person-unnamed', `${field}.person`);
}

/** The one person who holds a post on the day, or of several the one who is named; `undefined` where that says nobody. */
export function personIn(
  { facts, on }: Here,
  { post, person }: Pick<ItemOwner, 'post' | 'person'>,
): string | undefined {
  const [holder, ...others] = holdersOn(facts.posts, post, on)
    .map((tenure) => tenure.person)
    .filter((each) => person === null || each === person);
  return others.length > 0 ? undefined : holder;
}

/** A post's holder by name, for what is the person's and not the post's; `undefined` where that says nobody. */
export function personalHolder(
  here: Here,
  holder: DutyHolder,
  person: string | null,
): DutyHolder | undefined {
  const named = personIn(here, { post: holder.post, person });
  return named === undefined ? undefined : { ...holder, person: named };
}
