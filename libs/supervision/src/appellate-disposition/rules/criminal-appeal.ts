import { criminalInterpretation, criminalLaw } from '../../law/citation';
import { may, must } from './ground';
import type { Ground, GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const appeal: readonly Stage[] = ['secondInstance'];
/** 再审按第二审程序审理的，适用第二审关于违反法定程序的处理规定。 */
const appealAndRetrial: readonly Stage[] = ['secondInstance', 'retrialBySecondInstance'];

/** 刑事诉讼法第二百三十八条各项（1996年第一百九十一条，2012年第二百二十七条） */
const breach = (item: number, name: string, condition: string) =>
  ({
    name,
    kind: 'breach',
    stages: appealAndRetrial,
    condition,
    permits: [must('remand')],
    law: criminalLaw({ 1996: `191#${item}`, 2012: `227#${item}`, 2018: `238#${item}` }),
  }) as const satisfies Ground;

/** 刑事第二审 */
export const criminalAppealGrounds = {
  'criminal-judgment-right': {
    name: '原判正确',
    kind: 'sound',
    stages: appeal,
    condition: '原判决认定事实和适用法律正确、量刑适当的',
    permits: [must('affirmed')],
    law: criminalLaw({ 1996: '189#1', 2012: '225.1#1', 2018: '236.1#1' }),
  },
  'criminal-law-wrong': {
    name: '适用法律错误',
    kind: 'wrongLaw',
    stages: appeal,
    condition: '原判决认定事实没有错误，但适用法律有错误的',
    permits: [must('substitutedJudgment')],
    law: criminalLaw({ 1996: '189#2', 2012: '225.1#2', 2018: '236.1#2' }),
  },
  'criminal-sentence-improper': {
    name: '量刑不当',
    kind: 'wrongSentence',
    stages: appeal,
    condition: '原判决认定事实没有错误，但量刑不当的',
    permits: [must('substitutedJudgment')],
    law: criminalLaw({ 1996: '189#2', 2012: '225.1#2', 2018: '236.1#2' }),
  },
  'criminal-facts-unclear': {
    name: '事实不清或者证据不足',
    kind: 'factsUnclear',
    stages: appeal,
    condition: '原判决事实不清楚或者证据不足的，可以在查清事实后改判，也可以发回原审人民法院重新审判',
    permits: [may('substitutedJudgment', 'facts-clarified'), may('remand', 'unclear-facts-listed')],
    law: [
      ...criminalLaw({ 1996: '189#3', 2012: '225.1#3', 2018: '236.1#3' }),
      ...criminalInterpretation({ 2021: '404.1' }),
    ],
  },
  'criminal-open-trial-breach': breach(1, '违反公开审判规定', '违反本法有关公开审判的规定的'),
  'criminal-recusal-breach': breach(2, '违反回避制度', '违反回避制度的'),
  'criminal-rights-denied': breach(
    3,
    '剥夺或者限制当事人法定诉讼权利',
    '剥夺或者限制了当事人的法定诉讼权利，可能影响公正审判的',
  ),
  'criminal-tribunal-unlawful': breach(4, '审判组织的组成不合法', '审判组织的组成不合法的'),
  'criminal-other-breach': breach(5, '其他违反法定程序', '其他违反法律规定的诉讼程序，可能影响公正审判的'),
  'criminal-new-trial-panel-breach': {
    name: '重审未另行组成合议庭或者未依照第一审程序',
    kind: 'newTrialBreach',
    stages: appealAndRetrial,
    condition: '原审人民法院对于发回重新审判的案件，未另行组成合议庭，或者未依照第一审程序进行审判的',
    permits: [must('remand')],
    law: [
      ...criminalLaw({ 2012: '228', 2018: '239' }),
      ...criminalInterpretation({ 2012: '329', 2021: '406' }),
    ],
  },
  'criminal-co-defendant-facts-unclear': {
    name: '部分被告人犯罪事实不清、证据不足（分案发回）',
    kind: 'factsUnclear',
    stages: appeal,
    condition:
      '有多名被告人的案件，部分被告人的犯罪事实不清、证据不足，且有关犯罪与其他同案被告人没有关联的，可以分案处理，将该部分被告人发回原审人民法院重新审判',
    permits: [may('remand', 'unclear-facts-listed', 'separable-from-others')],
    law: criminalInterpretation({ 2021: '404.2' }),
    open: true,
  },
  'criminal-co-defendant-new-crime': {
    name: '部分被告人有新的犯罪事实需要追诉（分案发回）',
    kind: 'other',
    stages: appeal,
    condition:
      '有多名被告人的案件，部分被告人有新的犯罪事实需要追诉，且有关犯罪与其他同案被告人没有关联的，可以分案处理，将该部分被告人发回原审人民法院重新审判',
    permits: [may('remand', 'separable-from-others')],
    law: criminalInterpretation({ 2021: '404.2' }),
    open: true,
  },
  'criminal-other-crime-unjudged': {
    name: '被告人还有其他犯罪没有判决，决定并案审理',
    kind: 'other',
    stages: appeal,
    condition: '发现被告人还有其他犯罪没有判决，第二审人民法院决定并案审理的，应当发回第一审人民法院',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '25' }),
  },
  'criminal-property-not-dealt-with': {
    name: '未对涉案财物作出处理',
    kind: 'other',
    stages: appeal,
    condition: '第二审期间，发现第一审判决未对随案移送的涉案财物及其孳息作出处理的',
    permits: [may('remand')],
    law: criminalInterpretation({ 2021: '446.1' }),
    open: true,
  },
  'criminal-compulsory-treatment': {
    name: '被告人可能符合强制医疗条件',
    kind: 'other',
    stages: appeal,
    condition:
      '发现被告人可能符合强制医疗条件的，可以依照强制医疗程序对案件作出处理，也可以裁定发回原审人民法院重新审判',
    permits: [may('remand'), may('substitutedJudgment')],
    law: criminalInterpretation({ 2021: '640' }),
  },
  'criminal-refusal-to-file-wrong': {
    name: '自诉案件不予受理裁定错误',
    kind: 'acceptance',
    stages: appeal,
    condition: '自诉案件，查明第一审人民法院作出的不予受理裁定有错误的',
    permits: [must('orderToFile')],
    law: criminalInterpretation({ 2021: '322.2' }),
  },
  'criminal-dismissal-wrong': {
    name: '自诉案件驳回起诉裁定错误',
    kind: 'acceptance',
    stages: appeal,
    condition: '自诉案件，查明第一审人民法院驳回起诉裁定有错误的',
    permits: [must('orderToHear')],
    law: criminalInterpretation({ 2021: '322.2' }),
  },
} as const satisfies GroundTable;

const confiscation: readonly Stage[] = ['confiscationSecondInstance'];

/** 没收违法所得的第二审 */
export const confiscationGrounds = {
  'criminal-confiscation-ruling-right': {
    name: '没收违法所得裁定正确',
    kind: 'sound',
    stages: confiscation,
    condition: '第一审裁定认定事实清楚和适用法律正确的',
    permits: [must('affirmed')],
    law: criminalInterpretation({ 2021: '623.1#1' }),
  },
  'criminal-confiscation-law-wrong': {
    name: '没收违法所得裁定适用法律错误',
    kind: 'wrongLaw',
    stages: confiscation,
    condition: '第一审裁定认定事实清楚，但适用法律有错误的',
    permits: [must('substitutedJudgment')],
    law: criminalInterpretation({ 2021: '623.1#2' }),
  },
  'criminal-confiscation-facts-unclear': {
    name: '没收违法所得裁定认定事实不清',
    kind: 'factsUnclear',
    stages: confiscation,
    condition: '第一审裁定认定事实不清的，可以在查清事实后改变原裁定，也可以发回原审人民法院重新审判',
    permits: [may('substitutedJudgment', 'facts-clarified'), may('remand', 'unclear-facts-listed')],
    law: criminalInterpretation({ 2021: '623.1#3' }),
  },
  'criminal-confiscation-breach': {
    name: '没收违法所得程序违法',
    kind: 'breach',
    stages: confiscation,
    condition: '第一审裁定违反法定诉讼程序，可能影响公正审判的',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '623.1#4' }),
  },
  'criminal-confiscation-interested-party-joins': {
    name: '利害关系人在第二审期间申请参加诉讼',
    kind: 'other',
    stages: confiscation,
    condition: '利害关系人非因故意或者重大过失在第一审期间未参加诉讼，在第二审期间申请参加诉讼的',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '624' }),
  },
} as const satisfies GroundTable;
