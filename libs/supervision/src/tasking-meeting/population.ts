import { courtWithId, parseCaseNumber } from '@liuhen/courts';
import type { Refusal } from '@liuhen/kernel';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import type { Attendee, DrawnKind, PlannedDraw } from './tasking-meeting.events';
import { refuse } from './tasking-meeting.refusals';

type Here = Pick<MatterCourt, 'facts' | 'on'>;

/** Whether these can be drawn of: each of a court aimed at, each once. @param field of the plan of the draw */
export function refusePopulation(
  court: MatterCourt,
  { content: { targets } }: Matter,
  { of, population, size }: PlannedDraw,
  field: string,
): Refusal | undefined {
  if (new Set(population).size < population.length)
    return refuse('tasking-population-repeated', `${field}.population`);
  if (size < 1 || size > population.length) return refuse('tasking-draw-size-wrong', `${field}.size`);
  const aimedAt = new Set(targets.map((target) => target.court));
  const stranger = population.findIndex((member) => !aimedAt.has(courtOf(court, of, member) ?? ''));
  return stranger === -1
    ? undefined
    : refuse('tasking-population-outside', `${field}.population[${String(stranger)}]`);
}

/** Code of the court that a member is of; `undefined` for what is no such member. */
function courtOf({ facts, on }: Here, of: DrawnKind, member: string): string | undefined {
  switch (of) {
    case 'court':
      return member;
    case 'post':
      return courtWithId(facts.courts, facts.posts.get(member)?.court ?? '', on)?.code;
    case 'case':
      return courtOfCase(member);
  }
}

function courtOfCase(member: string): string | undefined {
  const parsed = parseCaseNumber(member);
  if (!parsed.ok || parsed.caseNumber.base !== member) return undefined;
  const { court } = parsed.caseNumber;
  return 'code' in court ? court.code : undefined;
}

/** Whether somebody is on the list for whom or what was drawn: of the court, in the post, or of the court of the case. */
export const isAttended = (
  court: Here,
  of: DrawnKind,
  member: string,
  attendees: readonly Attendee[],
): boolean =>
  attendees.some((attendee) =>
    of === 'post' ? attendee.post === member : attendee.court === courtOf(court, of, member),
  );
