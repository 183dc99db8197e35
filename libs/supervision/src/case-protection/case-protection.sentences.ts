import type { Sentences } from '@liuhen/kernel';
import { PROTECTION_GROUNDS } from '../law/protection';
import type { CaseProtectionEvent } from './case-protection.events';

export const caseProtectionSentences: Sentences<CaseProtectionEvent> = {
  CaseProtected: ({ data }) =>
    `标记案件保护：${data.grounds.map((ground) => PROTECTION_GROUNDS[ground]).join('、')}`,
  CaseProtectionLifted: ({ data }) => `解除案件保护，理由：${data.reason}`,
};
