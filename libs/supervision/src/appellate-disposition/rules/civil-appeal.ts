import { civilInterpretation, civilLaw } from '../../law/citation';
import { may, must } from './ground';
import type { GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const appeal: readonly Stage[] = ['secondInstance'];
/** 再审按第二审程序审理的，适用第二审的处理规定。 */
const appealAndRetrial: readonly Stage[] = ['secondInstance', 'retrialBySecondInstance'];

/** 民事诉讼法第一百七十七条第一款（2012年修正起为第一百七十条） */
const since2012 = (item: number) => civilLaw({ 2012: `170.1#${item}`, 2021: `177.1#${item}` });

/** 民事第二审 */
export const civilAppealGrounds = {
  'civil-judgment-right': {
    name: '原裁判正确',
    kind: 'sound',
    stages: appeal,
    condition: '原判决、裁定认定事实清楚，适用法律正确的',
    permits: [must('affirmed')],
    law: civilLaw({ 1991: '153.1#1', 2012: '170.1#1', 2021: '177.1#1' }),
  },
  'civil-flawed-but-right': {
    name: '有瑕疵但结果正确',
    kind: 'flawed',
    stages: appeal,
    condition: '原判决、裁定认定事实或者适用法律虽有瑕疵，但裁判结果正确的',
    permits: [may('affirmedWithCorrection')],
    law: civilInterpretation({ 2015: '334', 2022: '332' }),
  },
  'civil-facts-wrong': {
    name: '认定事实错误',
    kind: 'wrongFacts',
    stages: appeal,
    condition: '原判决、裁定认定事实错误的',
    permits: [must('substitutedJudgment')],
    law: since2012(2),
  },
  'civil-law-wrong': {
    name: '适用法律错误',
    kind: 'wrongLaw',
    stages: appeal,
    condition: '原判决、裁定适用法律错误的',
    permits: [must('substitutedJudgment')],
    law: civilLaw({ 1991: '153.1#2', 2012: '170.1#2', 2021: '177.1#2' }),
  },
  'civil-basic-facts-unclear': {
    name: '认定基本事实不清',
    kind: 'factsUnclear',
    stages: appeal,
    condition: '原判决认定基本事实不清的',
    permits: [may('remand', 'unclear-facts-listed'), may('substitutedJudgment', 'facts-clarified')],
    law: since2012(3),
  },
  'civil-omitted-party': {
    name: '遗漏当事人',
    kind: 'breach',
    stages: appeal,
    condition: '原判决遗漏当事人，严重违反法定程序的',
    permits: [must('remand')],
    law: since2012(4),
  },
  'civil-unlawful-default-judgment': {
    name: '违法缺席判决',
    kind: 'breach',
    stages: appeal,
    condition: '原判决违法缺席判决，严重违反法定程序的',
    permits: [must('remand')],
    law: since2012(4),
  },
  'civil-tribunal-unlawful': {
    name: '审判组织的组成不合法',
    kind: 'breach',
    stages: appeal,
    condition: '审判组织的组成不合法的，属于严重违反法定程序',
    permits: [must('remand')],
    law: [...since2012(4), ...civilInterpretation({ 2015: '325#1', 2022: '323#1' })],
  },
  'civil-judge-not-recused': {
    name: '应当回避未回避',
    kind: 'breach',
    stages: appeal,
    condition: '应当回避的审判人员未回避的，属于严重违反法定程序',
    permits: [must('remand')],
    law: [...since2012(4), ...civilInterpretation({ 2015: '325#2', 2022: '323#2' })],
  },
  'civil-incapable-party-unrepresented': {
    name: '无诉讼行为能力人未经法定代理人代为诉讼',
    kind: 'breach',
    stages: appeal,
    condition: '无诉讼行为能力人未经法定代理人代为诉讼的，属于严重违反法定程序',
    permits: [must('remand')],
    law: [...since2012(4), ...civilInterpretation({ 2015: '325#3', 2022: '323#3' })],
  },
  'civil-debate-denied': {
    name: '违法剥夺当事人辩论权利',
    kind: 'breach',
    stages: appeal,
    condition: '违法剥夺当事人辩论权利的，属于严重违反法定程序',
    permits: [must('remand')],
    law: [...since2012(4), ...civilInterpretation({ 2015: '325#4', 2022: '323#4' })],
  },
  'civil-other-serious-breach': {
    name: '其他严重违反法定程序',
    kind: 'breach',
    stages: appeal,
    condition: '原判决遗漏当事人或者违法缺席判决以外，严重违反法定程序的',
    permits: [must('remand')],
    law: since2012(4),
  },
  'civil-claim-not-tried': {
    name: '漏审漏判诉讼请求',
    kind: 'breach',
    stages: appeal,
    condition:
      '对当事人在第一审程序中已经提出的诉讼请求，原审人民法院未作审理、判决的，可以根据当事人自愿的原则进行调解；调解不成的，发回重审',
    permits: [must('remand', 'mediation-failed')],
    law: civilInterpretation({ 1992: '182', 2015: '326', 2022: '324' }),
  },
  'civil-necessary-party-absent': {
    name: '必须参加诉讼的当事人或者有独立请求权的第三人未参加诉讼',
    kind: 'breach',
    stages: appeal,
    condition:
      '必须参加诉讼的当事人或者有独立请求权的第三人，在第一审程序中未参加诉讼，可以根据当事人自愿的原则予以调解；调解不成的，发回重审',
    permits: [must('remand', 'mediation-failed')],
    law: civilInterpretation({ 1992: '183', 2015: '327', 2022: '325' }),
  },
  'civil-divorce-refused-below': {
    name: '一审判决不准离婚，二审认为应当判决离婚',
    kind: 'other',
    stages: appeal,
    condition:
      '一审判决不准离婚的案件，第二审人民法院认为应当判决离婚的，可以与子女抚养、财产问题一并调解；调解不成的，发回重审；双方当事人同意一并审理的，可以一并裁判',
    permits: [must('remand', 'mediation-failed'), may('substitutedJudgment', 'parties-agreed')],
    law: civilInterpretation({ 1992: '185', 2015: '329', 2022: '327' }),
  },
  'civil-not-for-courts': {
    name: '依法不应由人民法院受理',
    kind: 'acceptance',
    stages: appealAndRetrial,
    condition: '依照第二审程序审理案件，认为依法不应由人民法院受理的',
    permits: [may('dismissAction')],
    law: civilInterpretation({ 1992: '186', 2015: '330', 2022: '328' }),
  },
  'civil-exclusive-jurisdiction': {
    name: '违反专属管辖',
    kind: 'acceptance',
    stages: appealAndRetrial,
    condition: '依照第二审程序审理案件，认为第一审人民法院受理案件违反专属管辖规定的',
    permits: [must('transferJurisdiction')],
    law: civilInterpretation({ 2015: '331', 2022: '329' }),
  },
  'civil-refusal-to-file-wrong': {
    name: '不予受理裁定错误',
    kind: 'acceptance',
    stages: appealAndRetrial,
    condition: '查明第一审人民法院作出的不予受理裁定有错误的',
    permits: [must('orderToFile')],
    law: civilInterpretation({ 1992: '187', 2015: '332', 2022: '330' }),
  },
  'civil-dismissal-wrong': {
    name: '驳回起诉裁定错误',
    kind: 'acceptance',
    stages: appealAndRetrial,
    condition: '查明第一审人民法院作出的驳回起诉裁定有错误的',
    permits: [must('orderToHear')],
    law: civilInterpretation({ 1992: '187', 2015: '332', 2022: '330' }),
  },
  'civil-facts-wrong-or-unclear-before-2013': {
    name: '认定事实错误，或者认定事实不清、证据不足（2013年以前）',
    kind: 'factsUnclear',
    stages: appealAndRetrial,
    condition: '原判决认定事实错误，或者原判决认定事实不清，证据不足',
    permits: [may('remand', 'unclear-facts-listed'), may('substitutedJudgment', 'facts-clarified')],
    law: civilLaw({ 1991: '153.1#3', 2012: undefined }),
  },
  'civil-procedure-unlawful-before-2013': {
    name: '违反法定程序，可能影响案件正确判决（2013年以前）',
    kind: 'breach',
    stages: appealAndRetrial,
    condition: '原判决违反法定程序，可能影响案件正确判决的',
    permits: [must('remand')],
    law: civilLaw({ 1991: '153.1#4', 2012: undefined }),
  },
} as const satisfies GroundTable;
