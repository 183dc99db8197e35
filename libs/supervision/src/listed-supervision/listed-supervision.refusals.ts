import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const listedSupervisionRefusals = {
  'listing-steps-missing': { text: '办结计划应当列明步骤' },
  'listing-step-past': { text: '办结计划的步骤不得早于今日' },
  'listing-steps-out-of-order': { text: '办结计划的步骤应当依日期先后排列' },
  'listing-step-after-closing': { text: '办结计划的步骤不得晚于办结日期' },
  'listing-closing-too-late': { text: '办结日期晚于规则规定的期限；确需延长的，报送计划后申请延期' },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...listedSupervisionRefusals,
});
