import { courtWithId, partyOf, postKindOf } from '@liuhen/courts';
import type { DutyHolder } from '@liuhen/kernel';
import type { ItemOwner } from '../supervision-matter/supervision-matter.events';
import type { MatterCourt } from './matter-court';

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
