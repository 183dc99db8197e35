import {
  administrativeLaw,
  civilLaw,
  collegialPanelDutyProvisions,
  collegialPanelProvisions,
  criminalInterpretation,
  criminalLaw,
  judgesLaw,
  organicLaw,
  renderCitation,
  type Citation,
} from './citation';
import { pathOf, textOf, wordsOf } from './testing/statute-texts';

/** What the acts of the judges' meeting, of the committee, on matters and on protected cases rest on, and a word by which the provision is known. */
const provisions: readonly (readonly [readonly Citation[], RegExp])[] = [
  [organicLaw('10.2'), /上级人民法院监督下级人民法院的审判工作/],
  [organicLaw('41'), /监督本院审判工作/],
  [organicLaw('52'), /人民法院内部人员过问案件情况/],
  [judgesLaw('7'), /依法履行职责，受法律保护/],
  [organicLaw('31'), /少数人的意见应当记入笔录/],
  [organicLaw('36.1'), /成员应当为单数/],
  [organicLaw('36.3'), /中级以上人民法院.*专业委员会会议/],
  [organicLaw('38.1'), /组成人员的过半数出席/],
  [organicLaw('38.2'), /院长或者院长委托的副院长主持/],
  [organicLaw('38.3'), /检察长委托的副检察长可以列席/],
  [organicLaw('39.1'), /审判长提出申请，院长批准/],
  [organicLaw('39.2'), /合议庭应当执行/],
  [organicLaw('39.3'), /决定及其理由应当在裁判文书中公开/],
  [collegialPanelProvisions('13'), /复议一次/],
  [collegialPanelDutyProvisions('7.1'), /共同讨论/],
  [collegialPanelDutyProvisions('7.2'), /供合议庭参考/],
  [criminalInterpretation({ 2021: '216.2' }), /应当提请院长决定提交审判委员会/],
  [criminalInterpretation({ 2021: '216.5' }), /建议合议庭复议一次/],
  [criminalInterpretation({ 2021: '217' }), /建议院长提交审判委员会复议/],
  [criminalLaw({ 2018: '188.1' }), /国家秘密或者个人隐私的案件，不公开审理；涉及商业秘密/],
  [criminalLaw({ 2018: '285' }), /不满十八周岁的案件，不公开审理/],
  [civilLaw({ 2023: '137.1' }), /个人隐私/],
  [civilLaw({ 2023: '137.2' }), /离婚案件，涉及商业秘密的案件/],
  [administrativeLaw({ 2017: '54.1' }), /个人隐私/],
  [administrativeLaw({ 2017: '54.2' }), /涉及商业秘密的案件/],
];

const cases = provisions.flatMap(([citations, words]) =>
  citations.map((citation) => [renderCitation(citation), citation, words] as const),
);
const hasAll = cases.every(([, { statute }]) => pathOf(textOf[statute]?.name ?? '') !== undefined);

(hasAll ? describe : describe.skip)('the published text of', () => {
  it.each(cases)('%s says what it is cited for', (_, citation, words) => {
    expect(wordsOf(citation)).toMatch(words);
  });
});
