import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const leaderAssignmentRefusals = {
  'assignment-figure-missing': { text: '基线应当列出指标的现值和目标值' },
  'assignment-figure-repeated': { text: '同一指标重复' },
  'assignment-figure-not-decimal': { text: '数值应写为十进制数，如 12.5，不写千分号和单位' },
  'assignment-figure-in-future': { text: '数值的日期不得晚于今日' },
  'assignment-indicator-unknown': { text: '该指标不在基线之内' },
  'assignment-not-held-yet': { text: '联系、督导的日期不得晚于今日' },
  'assignment-before-baseline': { text: '联系、督导的日期不得早于建立基线之日' },
  'assignment-not-running': { text: '尚未建立基线，或者包保已经结束' },
  'assignment-leader-left': { text: '包保领导已经不在该岗位，应当中止并另行指定' },
  'assignment-leader-still-there': { text: '包保领导仍在任，系统不得中止' },
  'assignment-already-suspended': { text: '包保已经中止' },
  'assignment-same-leader': { text: '应当另行指定他人' },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...leaderAssignmentRefusals,
});
