import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const taskingMeetingRefusals = {
  'tasking-topics-missing': { text: '应当写明调度的议题' },
  'tasking-data-not-yet': { text: '数据包的截止日期不得晚于今日' },
  'tasking-draw-required': { text: '随机调度应当写明从哪些法院、岗位或者案件中抽取、抽取几个' },
  'tasking-draw-not-here': { text: '定期调度不抽取' },
  'tasking-random-after-issue': { text: '已经发出的，不得再确定为随机调度：抽取的范围应当在发出之前确定' },
  'tasking-population-repeated': { text: '抽取的范围有重复' },
  'tasking-population-outside': {
    text: '抽取的范围应为督导对象的法院，或者这些法院的岗位、案件（写案号全称，不写文书序号）',
  },
  'tasking-draw-size-wrong': { text: '抽取的个数应在1至抽取范围的总数之间' },
  'tasking-draw-not-planned': { text: '不是随机调度，没有要抽取的' },
  'tasking-already-drawn': { text: '已经抽取；一次议题只抽取一次' },
  'tasking-draw-missing': { text: '随机调度应当先抽取，后开会' },
  'tasking-notice-too-short': { text: '随机调度自发出至开会的时间短于规则的规定' },
  'tasking-notice-too-long': {
    text: '随机调度自发出至开会的时间长于规则的规定。未在该时间内开会的，撤销后重新起草',
  },
  'tasking-not-held-yet': { text: '开会的时间尚未到' },
  'tasking-held-before-issue': { text: '开会不得早于调度通知的发出' },
  'tasking-chair-not-entitled': { text: '主持人的岗位不符合规则' },
  'tasking-attendee-repeated': { text: '参加人员重复' },
  'tasking-drawn-not-listed': {
    text: '抽中的应当列入参加人员，到会或者缺席；抽中案件的，列入案件所在法院的人员',
  },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...courtRulesRefusals,
  ...matterRulesRefusals,
  ...taskingMeetingRefusals,
});
