import { courtAt, postAtLevel, postKindOf } from '@liuhen/courts';
import type { CalendarDate, Duty, DutyHolder, WarningRecipient } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';

/** From the nearest to the highest. */
const LADDER = ['divisionChief', 'vicePresident', 'president'] as const;
type Level = (typeof LADDER)[number];

/**
 * Who a warning tells on the day: whoever holds the duty, or the post of that level above the holder. Where a court has
 * no such post the next one up is told; where there is none at all, the holder.
 */
export function addresseeOf(
  to: WarningRecipient,
  { holders, terms }: Duty,
  facts: Pick<CourtFacts, 'courts' | 'posts'>,
  on: CalendarDate,
): DutyHolder {
  const holder = holders.at(-1)?.holder ?? terms.holder;
  if (to === 'holder') return holder;
  const levels = LADDER.slice(LADDER.indexOf(to));
  return levels.map((level) => leaderOf(level, holder, facts, on)).find((leader) => leader) ?? holder;
}

function leaderOf(
  level: Level,
  { court, division }: DutyHolder,
  { courts, posts }: Pick<CourtFacts, 'courts' | 'posts'>,
  on: CalendarDate,
): DutyHolder | undefined {
  const courtId = courtAt(courts, court, on)?.id;
  const post = courtId === undefined ? undefined : postAtLevel(posts, courtId, level, division, on);
  const record = post === undefined ? undefined : posts.get(post);
  const kind = record && postKindOf(record.kind);
  return post === undefined || !record || !kind
    ? undefined
    : { court, division: record.division, post, person: null, party: kind.party };
}
