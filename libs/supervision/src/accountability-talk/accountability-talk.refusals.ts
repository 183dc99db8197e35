import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const accountabilityTalkRefusals = {
  'talk-talkers-too-few': { text: '谈话人少于规则规定的人数' },
  'talk-leader-missing': {
    text: '谈话人中应有规则规定的主谈岗位的人员（院长、副院长或者审判管理办公室主任等）',
  },
  'talk-support-missing': {
    text: '谈话人中应有规则规定的参加岗位的人员（政治部、督察或者派驻纪检监察组等）',
  },
  'talk-recorder-talks': { text: '记录人不得同时为谈话人' },
  'talk-day-past': { text: '谈话日期不得早于今日' },
  'talk-notice-too-short': { text: '通知发出至谈话的日数少于规则的规定，应当另定谈话日期' },
  'talk-not-planned': { text: '没有约谈方案，或者该次约谈不再进行' },
  'talk-already-held': { text: '谈话已经进行，不能改期' },
  'talk-day-not-come': { text: '谈话日期尚未到；提前谈话的，应当先改期' },
  'talk-commitment-too-late': { text: '整改承诺的完成日期晚于规则规定的最长日数' },
  'talk-refusal-without-reason': { text: '拒绝签字的，应当写明理由' },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...accountabilityTalkRefusals,
});
