import { refuserOf, type RefusalTable } from '@liuhen/kernel';

/** What every act on a case may refuse. */
export const caseFileRefusals = {
  'case-not-found': { text: '没有这个案件，或者您无权查阅' },
  'import-not-permitted': { text: '只有案件系统可以导入既有记录' },
} satisfies RefusalTable;

export const refuse = refuserOf(caseFileRefusals);
