import { isRefusal, type Refusal } from '@liuhen/kernel';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { participantOf } from '../matter-rules/participants';
import { holderOf, personIn } from '../matter-rules/posts';
import type { ChairRules } from '../matter-rules/tasking-meeting-clause';
import type { ItemOwner, Participant } from '../supervision-matter/supervision-matter.events';
import { isAttended } from './population';
import type { Tasking } from './tasking';
import type { Attendee, HeldTaskingMeeting } from './tasking-meeting.events';
import { refuse } from './tasking-meeting.refusals';

/** Who was there, as it is given: a post that one person holds says by itself who. */
export interface GivenAttendance extends Pick<HeldTaskingMeeting, 'attendees'> {
  readonly chair: ItemOwner;
}

/** 主持人: of the issuing court, in a post that the rules have preside. */
export function chairOf(
  court: MatterCourt,
  matter: Matter,
  { chair }: GivenAttendance,
  { posts }: ChairRules,
): Participant | Refusal {
  const presiding = participantOf(court, matter, chair, 'chair');
  return isRefusal(presiding) || posts.includes(court.facts.posts.get(chair.post)?.kind ?? '')
    ? presiding
    : refuse('tasking-chair-not-entitled', 'chair.post');
}

/** 参加人员: who came and who did not, on `court.on`; whoever was drawn is among them. */
export function attendeesOf(
  court: MatterCourt,
  { attendees: named }: GivenAttendance,
  { draw }: Tasking,
): readonly Attendee[] | Refusal {
  const attendees: Attendee[] = [];
  for (const [place, given] of named.entries()) {
    const field = `attendees[${String(place)}]`;
    const attendee = attendeeOf(court, given, field);
    if (isRefusal(attendee)) return attendee;
    const isRepeated = attendees.some(
      ({ post, person }) => post === attendee.post && person === attendee.person,
    );
    if (isRepeated) return refuse('tasking-attendee-repeated', field);
    attendees.push(attendee);
  }
  const isMissing = draw?.drawn.some((member) => !isAttended(court, draw.of, member, attendees));
  return isMissing === true ? refuse('tasking-drawn-not-listed', 'attendees') : attendees;
}

function attendeeOf(court: MatterCourt, given: Attendee, field: string): Attendee | Refusal {
  if (!holderOf(court, given)) return refuse('matter-post-unknown', `${field}.post`);
  const person = personIn(court, given) ?? null;
  return person === null && (given.present || given.person !== null)
    ? refuse('matter-participant-unnamed', `${field}.person`)
    : { ...given, person };
}
