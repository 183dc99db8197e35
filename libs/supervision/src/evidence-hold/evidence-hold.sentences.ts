import type { Sentences } from '@liuhen/kernel';
import type { EvidenceHoldEvent } from './evidence-hold.events';

export const evidenceHoldSentences: Sentences<EvidenceHoldEvent> = {
  EvidenceHeld: ({ data }) => `保全本案证据（第${data.hold}次），理由：${data.reason}`,
  EvidenceReleased: ({ data }) => `解除证据保全（第${data.hold}次），理由：${data.reason}`,
};
