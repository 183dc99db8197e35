import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import {
  adjudicationCommitteeOpinions as opinions,
  collegialPanelProvisions,
  criminalInterpretation,
  lawArticleOf,
  organicLaw,
  type Citation,
} from '../law/citation';

const law = (...citations: readonly (readonly Citation[])[]) => ({ law: citations.flat().map(lawArticleOf) });

const APPLICATION = law(organicLaw('39.1'));
const COMPOSITION = law(organicLaw('36.1'));
const QUORUM = law(organicLaw('38.1'));
const CHAIR = law(organicLaw('38.2'));
const BINDING = law(organicLaw('39.2'));
const ORDER = law(opinions('20'));
const ONCE = law(collegialPanelProvisions('13'), criminalInterpretation({ 2021: '217' }));

export const adjudicationCommitteeRefusals = {
  'committee-applicant': { text: '提交审判委员会由审判长提出申请；独任审理的由独任法官提出', ...APPLICATION },
  'committee-already-applied': { text: '已经申请提交审判委员会，院长尚未决定', ...APPLICATION },
  'committee-no-president': { text: '本院没有登记院长岗位' },
  'committee-not-referred': { text: '没有等待院长决定的提请，或者该提请已经办结' },
  'committee-president-decides': {
    text: '是否提交审判委员会由院长决定；院长回避的由副院长决定',
    ...APPLICATION,
  },
  'committee-tried-the-case': { text: '参加审理本案或者已经回避的人员不得决定是否提交审判委员会' },
  'committee-mandatory': {
    text: '本案依法应当提交审判委员会讨论决定，院长不得决定不提交',
    ...law(criminalInterpretation({ 2021: '216.2' })),
  },
  'committee-reconsideration-advised-before': {
    text: '院长建议合议庭复议以一次为限',
    ...law(criminalInterpretation({ 2021: '216.5' })),
  },
  'committee-reconsideration-by-decision': {
    text: '对审判委员会决定的复议，院长只决定提交或者不提交',
    ...ONCE,
  },
  'committee-not-reconsidering': { text: '没有院长建议合议庭复议的申请，或者已经复议' },
  'committee-not-panel': { text: '只有审理本案的合议庭成员或者独任法官可以办理此事项' },
  'committee-deliberation-not-signed': {
    text: '复议的合议笔录应当由合议庭全体成员签名',
    ...law(organicLaw('31')),
  },
  'committee-matter-not-open': { text: '没有等待审判委员会讨论决定的这一事项' },
  'committee-convener': { text: '审判委员会会议由院长或者院长委托的副院长主持', ...CHAIR },
  'committee-composition-unknown': { text: '专业委员会会议应当写明组成人员', ...law(organicLaw('36.3')) },
  'committee-composition-not-committee': {
    text: '组成人员与本院登记的审判委员会委员不一致的，应当写明理由',
    ...COMPOSITION,
  },
  'committee-member-elsewhere': { text: '审判委员会组成人员应当在本院任职', ...COMPOSITION },
  'committee-not-odd': { text: '审判委员会成员应当为单数', ...COMPOSITION },
  'committee-member-repeated': { text: '审判委员会组成人员或者出席人员重复' },
  'committee-professional-level': {
    text: '中级以上人民法院才可以召开专业委员会会议',
    ...law(organicLaw('36.3')),
  },
  'committee-attendee-not-member': { text: '出席人员应当是审判委员会组成人员' },
  'committee-attendee-recused': { text: '已经回避的委员不得参加讨论' },
  'committee-quorum': { text: '审判委员会会议应当有其组成人员的过半数出席', ...QUORUM },
  'committee-chair': { text: '主持人应当是出席会议的院长，或者院长委托的副院长', ...CHAIR },
  'committee-date-past': { text: '会议日期不得早于今日；已经开过的会议请按补录登记' },
  'committee-date-future': { text: '补录的会议，日期不得晚于今日' },
  'committee-not-convened': { text: '审判委员会尚未就这一事项召集会议' },
  'committee-recorder': { text: '审判委员会的决定由会议主持人登记', ...CHAIR },
  'committee-not-held-yet': { text: '会议日期尚未到' },
  'committee-reasons-missing': { text: '审判委员会的决定应当写明理由', ...law(organicLaw('39.3')) },
  'committee-no-report': { text: '会议应当先由审理本案的法官汇报案情', ...BINDING },
  'committee-parts-out-of-order': {
    text: '会议应当依次为汇报、询问、列席人员发言、委员发表意见、主持人总结',
    ...ORDER,
  },
  'committee-speaker-not-entitled': { text: '有发言人不是相应环节可以发言的人员', ...ORDER },
  'committee-opinion-without-view': {
    text: '每一意见应当写明同意合议庭意见，或者写明不同的观点；其他发言不表明立场',
  },
  'committee-one-opinion-each': { text: '每名委员只表决一次' },
  'committee-juniors-speak-first': {
    text: '委员应当按照等级由低到高发表意见，同等级的晋升较晚者在先',
    ...ORDER,
  },
  'committee-chair-speaks-last': { text: '主持人应当最后发表意见', ...ORDER },
  'committee-no-summary': { text: '会议应当由主持人总结归纳', ...ORDER },
  'committee-not-decided': { text: '审判委员会没有就这一事项作出决定，或者文书已经签署', ...ONCE },
  'committee-reconsidered-before': { text: '对审判委员会的决定，只能提请复议一次', ...ONCE },
  'committee-carried-out-in-review': {
    text: '阅核中的文书，在该件阅核中提交按照审判委员会决定制作的文书',
    ...BINDING,
  },
  'committee-nothing-to-carry-out': { text: '没有需要按照审判委员会决定制作的文书', ...BINDING },
} satisfies RefusalTable;

export const refuse = refuserOf({
  ...caseFileRefusals,
  ...courtRulesRefusals,
  ...adjudicationCommitteeRefusals,
});
