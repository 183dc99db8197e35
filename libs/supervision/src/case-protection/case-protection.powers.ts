import { power, type Power } from '@liuhen/courts';
import { CASE_SYSTEM, LEADERS, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';
import type { CaseProtectionCommand } from './case-protection.decider';

/** To mark is easy and to lift is not: what was shown once cannot be taken back. */
export const caseProtectionPowers: Readonly<Record<CaseProtectionCommand['type'], Power>> = {
  ProtectCase: power('标记案件保护', [...TRIERS, ...TRIAL_MANAGEMENT, CASE_SYSTEM]),
  LiftCaseProtection: power('解除案件保护', LEADERS),
};
