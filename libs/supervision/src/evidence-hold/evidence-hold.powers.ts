import { power, type Power } from '@liuhen/courts';
import type { EvidenceHoldCommand } from './evidence-hold.decider';

/** 督察, of the court that hears the case or one above it. */
export const evidenceHoldPowers: Readonly<Record<EvidenceHoldCommand['type'], Power>> = {
  HoldEvidence: power('保全本案证据', ['inspector'], { court: 'ownOrAbove' }),
  ReleaseEvidence: power('解除证据保全', ['inspector'], {
    court: 'ownOrAbove',
    unless: ['hold-of-other-court'],
  }),
};
