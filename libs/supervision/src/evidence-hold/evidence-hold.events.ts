import type { EventTypes, Message } from '@liuhen/kernel';

/** 保全的次序, from 1. */
export type HoldId = string;

/**
 * 证据保全: from the first to the second, nothing of the case is taken away. They are isolated, so that nobody who tries
 * or leads the case learns that somebody looks into it.
 */
export type EvidenceHoldEvent =
  | Message<'EvidenceHeld', { readonly hold: HoldId; readonly reason: string }>
  | Message<'EvidenceReleased', { readonly hold: HoldId; readonly reason: string }>;

export const evidenceHoldEvents: EventTypes<EvidenceHoldEvent> = {
  EvidenceHeld: { schema: 1 },
  EvidenceReleased: { schema: 1 },
};
