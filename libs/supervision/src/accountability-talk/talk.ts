import type { CalendarDate } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { HeldTalk } from './accountability-talk.events';

/** How far the talk of a round has come. */
export type Talk =
  | { readonly status: 'none' }
  | { readonly status: 'planned'; readonly heldOn: CalendarDate }
  | { readonly status: 'held'; readonly commitments: HeldTalk['commitments'] };

export const noTalk: Talk = { status: 'none' };

export function evolveTalk(talk: Talk, event: MatterEvent): Talk {
  switch (event.type) {
    // What is drafted anew is planned anew, and what goes no further has nothing planned.
    case 'MatterDrafted':
    case 'MatterDeclined':
    case 'MatterEscalated':
    case 'MatterCancelled':
      return noTalk;
    case 'TalkPlanned':
    case 'TalkRescheduled':
      return { status: 'planned', heldOn: event.data.heldOn };
    case 'TalkHeld':
      return { status: 'held', commitments: event.data.commitments };
    default:
      return talk;
  }
}
