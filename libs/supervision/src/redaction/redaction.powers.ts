import { power, type Power } from '@liuhen/courts';
import { LEADERS, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';
import type { RedactionCommand } from './redaction.decider';

const PROPOSING = [...TRIERS, ...TRIAL_MANAGEMENT];

export const redactionPowers: Readonly<Record<RedactionCommand['type'], Power>> = {
  ProposeRedaction: power('提出依法遮蔽', PROPOSING, { secondFactor: true }),
  ApproveRedaction: power('同意依法遮蔽', LEADERS, {
    court: 'ownOrAbove',
    unless: ['redaction-by-leaders-only', 'redaction-own-proposal', 'redaction-approved-before'],
    secondFactor: true,
  }),
  DeclineRedaction: power('不同意依法遮蔽，或者撤回', PROPOSING, {
    court: 'ownOrAbove',
    unless: ['redaction-by-leaders-only'],
    secondFactor: true,
  }),
};
