import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { lawArticleOf, professionalJudgesMeetingOpinions as opinions, type Citation } from '../law/citation';

const law = (...citations: readonly (readonly Citation[])[]) => ({ law: citations.flat().map(lawArticleOf) });

const GROUNDS = law(opinions('4'));
const ORDER = law(opinions('8'));

export const professionalJudgesMeetingRefusals = {
  'meeting-requester-not-panel': { text: '专业法官会议由本案合议庭成员或者独任法官提请', ...GROUNDS },
  'meeting-ground-needs-sole-judge': { text: '本案由合议庭审理，不能以独任法官的需要提请', ...GROUNDS },
  'meeting-ground-needs-panel': { text: '本案由法官一人独任审理，没有合议庭的多数和少数意见', ...GROUNDS },
  'meeting-already-requested': { text: '已经提请专业法官会议，主持人尚未决定是否召开' },
  'meeting-convener-missing': { text: '本院没有可以主持专业法官会议且未参加本案审理的院庭长，请先登记岗位' },
  'meeting-not-referred': { text: '没有等待召开的专业法官会议，或者该次提请已经办结' },
  'not-meeting-convener': { text: '是否召开专业法官会议由主持人决定', ...law(opinions('5'), opinions('6')) },
  'meeting-too-small': { text: '参加会议的法官少于本院规定的最低人数', ...law(opinions('3')) },
  'meeting-member-repeated': { text: '参加人员重复' },
  'meeting-member-not-judge': { text: '专业法官会议由本院法官组成；其他人员可以列席', ...law(opinions('3')) },
  'meeting-member-on-panel': { text: '审理本案的法官汇报案情并回答询问，不作为参加人员发表意见', ...ORDER },
  'meeting-member-recused': { text: '已经回避的人员不得参加本案的讨论' },
  'meeting-chair-not-member': { text: '主持人应当是参加会议的法官', ...law(opinions('5')) },
  'meeting-date-past': { text: '会议日期不得早于今日；已经开过的会议请按补录登记' },
  'meeting-date-future': { text: '补录的会议，日期不得晚于今日' },
  'meeting-not-discussed-before': {
    text: '专业法官会议没有讨论过本案，不能以已经讨论为由不召开',
    ...law(opinions('6')),
  },
  'meeting-not-open': { text: '没有这次专业法官会议，或者会议已经结束' },
  'not-meeting-chair': { text: '会议的意见由主持人归纳登记', ...ORDER },
  'meeting-not-held-yet': { text: '会议日期尚未到' },
  'meeting-no-report': { text: '会议应当先由审理本案的法官汇报案情', ...ORDER },
  'meeting-parts-out-of-order': {
    text: '会议应当依次为汇报、询问、列席人员发言、法官发表意见、主持人总结',
    ...ORDER,
  },
  'meeting-speaker-not-entitled': { text: '有发言人不是相应环节可以发言的人员', ...ORDER },
  'meeting-opinion-without-view': {
    text: '每一意见应当写明同意合议庭意见，或者写明不同的观点；其他发言不表明立场',
  },
  'meeting-one-opinion-each': { text: '每名法官只登记一次明确意见' },
  'meeting-juniors-speak-first': {
    text: '法官应当按照等级由低到高发表意见，同等级的晋升较晚者在先',
    ...ORDER,
  },
  'meeting-chair-speaks-last': { text: '主持人应当最后发表意见', ...ORDER },
  'meeting-no-summary': { text: '会议应当由主持人总结归纳', ...ORDER },
  'meeting-lapse-by-system': { text: '逾期由系统依期限认定' },
  'meeting-not-lapsed': { text: '形成意见的期限尚未届满' },
  'meeting-lapses-with-review': { text: '阅核中提请的会议逾期，随该件阅核一并处理' },
} satisfies RefusalTable;

export type MeetingRefusal = keyof typeof professionalJudgesMeetingRefusals;

export const refuse = refuserOf({
  ...caseFileRefusals,
  ...courtRulesRefusals,
  ...professionalJudgesMeetingRefusals,
});
