import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { fourTypeOpinions, lawArticleOf } from '../law/citation';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const supervisionMatterRefusals = {
  'matter-already-drafted': { text: '该督导事项已经起草' },
  'matter-instrument-fixed': { text: '重新起草不得改变督导方式；升级的，按决定的方式起草' },
  'matter-target-kind-not-foreseen': { text: '这种督导方式不能以该种类为对象' },
  'matter-targets-too-many': { text: '督导对象多于这种方式允许的个数' },
  'matter-target-repeated': { text: '督导对象重复' },
  'matter-target-incomplete': { text: '督导对象应当写明其种类所需的内容：庭室、岗位、案号或者指标' },
  'matter-case-number-invalid': { text: '案号有误' },
  'matter-case-elsewhere': { text: '案件不属于该对象法院' },
  'matter-demand-missing': { text: '应当提出要求' },
  'matter-demand-not-here': { text: '这种督导方式发起时不提出要求' },
  'matter-case-measure-required': {
    text: '对个案的要求应当写明属于哪一项依职权的监督措施（measure）',
    law: fourTypeOpinions('10').map(lawArticleOf),
  },
  'matter-measure-without-case': { text: '对象不是案件的，不写监督措施' },
  'matter-deadline-required': { text: '应当指定期限' },
  'matter-deadline-not-here': { text: '期限依规则计算，不另行指定' },
  'matter-deadline-out-of-bounds': { text: '指定的期限短于或者长于规则的规定' },
  'matter-already-answered': { text: '已经答复、列出整改事项、升级或者销号的督导事项不得撤销' },
  'matter-extension-asked': { text: '已经申请延期，等待决定' },
  'matter-extensions-exhausted': { text: '延期次数已经用完' },
  'matter-extension-too-long': { text: '延期的工作日数超过规则的规定，或者超过申请的日数' },
  'matter-answers-incomplete': { text: '应当逐项答复全部要求' },
  'matter-findings-incomplete': { text: '应当逐项审核全部要求' },
  'matter-finding-unsatisfied': { text: '有要求尚未满足，不能采纳；可以退回或者升级' },
  'matter-returns-exhausted': { text: '退回次数已经用完；可以采纳或者升级' },
  'matter-escalation-not-foreseen': { text: '规则没有规定可以升级为这种方式' },
  'matter-nothing-to-escalate': { text: '答复尚未审核，也没有逾期的答复或者整改，不能升级' },
  'matter-item-unknown': { text: '没有这一整改事项' },
  'matter-item-due-required': { text: '验收不通过的，应当另行指定完成日期' },
  'matter-items-open': { text: '还有整改事项没有验收，不能销号' },
  'matter-items-without-relapse': { text: '没有发现反弹的，不列整改事项' },
  'matter-relapse-needs-items': { text: '回头看发现问题反弹的，应当列出新的整改事项' },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...supervisionMatterRefusals,
});
