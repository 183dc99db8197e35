import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';

export const caseProtectionRefusals = {
  'already-so-protected': { text: '本案已按这些事由保护' },
  'case-not-protected': { text: '本案没有保护标记，不需要解除' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...caseProtectionRefusals });
