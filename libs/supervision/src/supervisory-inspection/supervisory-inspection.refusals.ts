import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const supervisoryInspectionRefusals = {
  'inspection-team-missing': { text: '应当写明督导组成员或者指导人员' },
  'inspection-period-past': { text: '进驻的起始日期不得早于今日' },
  'inspection-days-out-of-bounds': { text: '进驻的日数少于或者多于规则的规定' },
  'inspection-visit-too-early': { text: '进驻不得早于督导方案的起始日期，也不得早于督导文书发出之日' },
  'inspection-visit-not-over': { text: '进驻尚未结束，结束后登记' },
  'inspection-finding-missing': { text: '应当登记看了什么、发现了什么' },
  'inspection-not-held-yet': { text: '反馈会或者指导的日期尚未到' },
  'inspection-feedback-before-visit-ends': { text: '反馈会不得早于进驻结束之日' },
  'inspection-guidance-before-issue': { text: '指导不得早于督导文书发出之日' },
  'inspection-item-due-out-of-bounds': { text: '整改事项的完成日期早于或者晚于规则规定的整改期限' },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...supervisoryInspectionRefusals,
});
