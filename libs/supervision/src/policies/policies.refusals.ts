import { policyRefusals } from '@liuhen/courts';
import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const dryRunRefusals = {
  'dry-run-not-permitted': { text: '试算涉及各案副卷，由院庭长和审判管理部门进行' },
  'dry-run-period-reversed': { text: '试算期间的终日不得早于始日' },
  'dry-run-period-too-long': { text: '试算期间不超过一年' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...policyRefusals, ...dryRunRefusals });
