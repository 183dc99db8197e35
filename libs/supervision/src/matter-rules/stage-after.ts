import type { Stage } from './instruments';
import type { MatterEvent } from './matter-events';

/** The stages to which events lead by themselves. */
const LEADS_TO: Readonly<Partial<Record<MatterEvent['type'], Stage>>> = {
  MatterDrafted: 'draft',
  MatterApproved: 'approved',
  MatterIssued: 'issued',
  MatterReceived: 'received',
  MatterReceiptLapsed: 'received',
  MatterReplied: 'replied',
  ReplyExamined: 'examined',
  ReplyAccepted: 'accepted',
  ReplyReturned: 'received',
  MatterEscalated: 'escalated',
  MatterClosedOut: 'closedOut',
  MatterArchived: 'archived',
  MatterCancelled: 'cancelled',
};

/** The stage of a matter after an event; most leave it where it is. */
export function stageAfter(stage: Stage, event: MatterEvent): Stage {
  if (event.type === 'MatterFollowedUp') return event.data.holds ? 'followedUp' : 'accepted';
  return LEADS_TO[event.type] ?? stage;
}
