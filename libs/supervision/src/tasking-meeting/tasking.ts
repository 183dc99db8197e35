import type { EventHeader, Instant } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { HeldTaskingMeeting, MadeDraw, PlannedDraw, SetAgenda } from './tasking-meeting.events';

/** The issue of the matter: when it was, its hash from which a draw's chance comes, and of whom it was then fixed to draw. */
export interface Notice extends Pick<MadeDraw, 'seededBy'> {
  readonly at: Instant;
  readonly plan: PlannedDraw | null;
}

/** 调度 as its events leave it, since the matter was last drafted. */
export interface Tasking {
  readonly agenda: SetAgenda | null;
  readonly notice: Notice | null;
  readonly draw: (MadeDraw & { readonly at: Instant }) | null;
  readonly held: HeldTaskingMeeting | null;
}

export const NO_TASKING: Tasking = { agenda: null, notice: null, draw: null, held: null };

export function evolveTasking(
  tasking: Tasking,
  event: MatterEvent,
  { id, payloadHash, recordedAt: at }: Pick<EventHeader, 'id' | 'payloadHash' | 'recordedAt'>,
): Tasking {
  switch (event.type) {
    case 'MatterDrafted':
      return NO_TASKING;
    case 'AgendaSet':
      return { ...NO_TASKING, notice: tasking.notice, agenda: event.data };
    case 'MatterIssued':
      return {
        ...tasking,
        notice: { at, seededBy: { event: id, payloadHash }, plan: tasking.agenda?.draw ?? null },
      };
    case 'RandomDrawMade':
      return { ...tasking, draw: { ...event.data, at } };
    case 'TaskingMeetingHeld':
      return { ...tasking, held: event.data };
    default:
      return tasking;
  }
}
