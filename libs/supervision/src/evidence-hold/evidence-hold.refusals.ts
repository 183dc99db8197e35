import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';

export const evidenceHoldRefusals = {
  'hold-not-open': { text: '没有这次保全，或者已经解除' },
  'hold-of-other-court': { text: '保全由采取保全的法院的督察解除' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...evidenceHoldRefusals });
