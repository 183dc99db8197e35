import { administrativeInterpretation, administrativeLaw } from '../../law/citation';
import { may, must } from './ground';
import type { Ground, GroundKind, GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const appeal: readonly Stage[] = ['secondInstance'];
/** 再审按第二审程序审理的，适用第二审的处理规定。 */
const appealAndRetrial: readonly Stage[] = ['secondInstance', 'retrialBySecondInstance'];
const hearing: readonly Stage[] = ['retrialBySecondInstance', 'retrialByFirstInstance'];

const byItem89 = (item: number) => administrativeLaw({ 2014: `89.1#${item}` });

/** 行政第二审 */
export const administrativeAppealGrounds = {
  'administrative-judgment-right': {
    name: '原裁判正确',
    kind: 'sound',
    stages: appealAndRetrial,
    condition: '原判决、裁定认定事实清楚，适用法律、法规正确的',
    permits: [must('affirmed')],
    law: administrativeLaw({ 1989: '61#1', 2014: '89.1#1' }),
  },
  'administrative-facts-wrong': {
    name: '认定事实错误',
    kind: 'wrongFacts',
    stages: appealAndRetrial,
    condition: '原判决、裁定认定事实错误的',
    permits: [must('substitutedJudgment')],
    law: byItem89(2),
  },
  'administrative-law-wrong': {
    name: '适用法律、法规错误',
    kind: 'wrongLaw',
    stages: appealAndRetrial,
    condition: '原判决、裁定适用法律、法规错误的',
    permits: [must('substitutedJudgment')],
    law: administrativeLaw({ 1989: '61#2', 2014: '89.1#2' }),
  },
  'administrative-basic-facts-unclear': {
    name: '认定基本事实不清、证据不足',
    kind: 'factsUnclear',
    stages: appealAndRetrial,
    condition: '原判决认定基本事实不清、证据不足的',
    permits: [may('remand', 'unclear-facts-listed'), may('substitutedJudgment', 'facts-clarified')],
    law: byItem89(3),
  },
  'administrative-omitted-party': {
    name: '遗漏必须参加诉讼的当事人',
    kind: 'breach',
    stages: appeal,
    condition: '原判决遗漏了必须参加诉讼的当事人的',
    permits: [must('remand')],
    law: [...byItem89(4), ...administrativeInterpretation({ 2000: '71.1', 2018: '109.3' })],
  },
  'administrative-unlawful-default-judgment': {
    name: '违法缺席判决',
    kind: 'breach',
    stages: appeal,
    condition: '原判决违法缺席判决，严重违反法定程序的',
    permits: [must('remand')],
    law: byItem89(4),
  },
  'administrative-other-serious-breach': {
    name: '其他严重违反法定程序',
    kind: 'breach',
    stages: appeal,
    condition: '原判决遗漏当事人或者违法缺席判决以外，严重违反法定程序的',
    permits: [must('remand')],
    law: byItem89(4),
  },
  'administrative-claim-omitted': {
    name: '遗漏诉讼请求',
    kind: 'breach',
    stages: appeal,
    condition: '原审判决遗漏了诉讼请求的，应当裁定撤销原审判决，发回重审',
    permits: [must('remand')],
    law: administrativeInterpretation({ 2000: '71.1', 2018: '109.3' }),
  },
  'administrative-compensation-omitted-not-due': {
    name: '遗漏行政赔偿请求，依法不应当赔偿',
    kind: 'other',
    stages: appeal,
    condition: '原审判决遗漏行政赔偿请求，经审查认为依法不应当予以赔偿的，应当判决驳回行政赔偿请求',
    permits: [must('substitutedJudgment')],
    law: administrativeInterpretation({ 2000: '71.2', 2018: '109.4' }),
  },
  'administrative-compensation-omitted-due': {
    name: '遗漏行政赔偿请求，依法应当赔偿',
    kind: 'other',
    stages: appeal,
    condition:
      '原审判决遗漏行政赔偿请求，经审理认为依法应当予以赔偿的，在确认被诉行政行为违法的同时，可以就行政赔偿问题进行调解；调解不成的，应当就行政赔偿部分发回重审',
    permits: [must('remand', 'mediation-failed', 'compensation-part-only')],
    law: administrativeInterpretation({ 2000: '71.3', 2018: '109.5' }),
  },
  'administrative-refusal-to-file-wrong': {
    name: '不予立案裁定确有错误',
    kind: 'acceptance',
    stages: appeal,
    condition: '原审人民法院不予立案的裁定确有错误且当事人的起诉符合起诉条件的，指令原审人民法院依法立案',
    permits: [must('orderToFile', 'action-meets-conditions')],
    law: administrativeInterpretation({ 2000: '68', 2018: '109.1' }),
  },
  'administrative-dismissal-wrong': {
    name: '驳回起诉裁定确有错误',
    kind: 'acceptance',
    stages: appeal,
    condition: '原审人民法院驳回起诉的裁定确有错误且当事人的起诉符合起诉条件的，指令原审人民法院继续审理',
    permits: [must('orderToHear', 'action-meets-conditions')],
    law: administrativeInterpretation({ 2000: '68', 2018: '109.1' }),
  },
  'administrative-not-to-be-filed': {
    name: '作出实体判决后认为不应当立案',
    kind: 'acceptance',
    stages: appeal,
    condition:
      '第一审人民法院作出实体判决后，第二审人民法院认为不应当立案的，在撤销第一审人民法院判决的同时，可以迳行驳回起诉',
    permits: [may('dismissAction')],
    law: administrativeInterpretation({ 2000: '79#1', 2018: '123#1' }),
  },
  'administrative-facts-or-procedure-before-2015-05': {
    name: '事实不清、证据不足或者违反法定程序（2015年5月以前）',
    kind: 'factsUnclear',
    stages: appealAndRetrial,
    condition: '原判决认定事实不清，证据不足，或者由于违反法定程序可能影响案件正确判决的',
    permits: [may('remand'), may('substitutedJudgment', 'facts-clarified')],
    law: administrativeLaw({ 1989: '61#3', 2014: undefined }),
  },
} as const satisfies GroundTable;

/** 行政再审审理 */
export const administrativeRetrialGrounds = {
  'administrative-retrial-error': {
    name: '原生效裁判确有错误',
    kind: 'errorFound',
    stages: hearing,
    condition:
      '原生效判决、裁定确有错误，在撤销原生效判决或者裁定的同时，可以作出相应裁判，也可以裁定撤销生效判决或者裁定，发回作出生效判决、裁定的人民法院重新审理',
    permits: [may('substitutedJudgment'), may('remand')],
    law: administrativeInterpretation({ 2000: '78', 2018: '122' }),
  },
  'administrative-retrial-breach': {
    name: '严重违反法定程序',
    kind: 'breach',
    stages: ['retrialBySecondInstance'],
    condition: '按照第二审程序再审，原判决遗漏当事人或者违法缺席判决等严重违反法定程序的',
    permits: [may('remand')],
    law: [...byItem89(4), ...administrativeInterpretation({ 2000: '80', 2018: '122' })],
    open: true,
  },
  'administrative-retrial-refusal-to-file-wrong': {
    name: '维持不予立案裁定错误',
    kind: 'acceptance',
    stages: hearing,
    condition:
      '第二审人民法院维持第一审人民法院不予立案裁定错误的，再审法院应当撤销第一审、第二审人民法院裁定，指令第一审人民法院受理',
    permits: [must('orderToFile')],
    law: administrativeInterpretation({ 2000: '79#2', 2018: '123#2' }),
  },
  'administrative-retrial-dismissal-wrong': {
    name: '维持驳回起诉裁定错误',
    kind: 'acceptance',
    stages: hearing,
    condition:
      '第二审人民法院维持第一审人民法院驳回起诉裁定错误的，再审法院应当撤销第一审、第二审人民法院裁定，指令第一审人民法院审理',
    permits: [must('orderToHear')],
    law: administrativeInterpretation({ 2000: '79#3', 2018: '123#3' }),
  },
} as const satisfies GroundTable;

const reviewGround = (item: number, kind: GroundKind, name: string, condition: string) =>
  ({
    name,
    kind,
    stages: ['retrialReview'],
    condition,
    permits: [may('retrialByUpperCourt'), may('orderedRetrial'), may('retrial')],
    law: administrativeLaw({ 2014: `91#${item}` }),
    open: true,
  }) as const satisfies Ground;

/** 行政再审审查 */
export const administrativeReviewGrounds = {
  'administrative-review-refusal-or-dismissal-wrong': reviewGround(
    1,
    'acceptance',
    '不予立案或者驳回起诉确有错误',
    '不予立案或者驳回起诉确有错误的',
  ),
  'administrative-review-new-evidence': reviewGround(
    2,
    'newEvidence',
    '新的证据足以推翻原裁判',
    '有新的证据，足以推翻原判决、裁定的',
  ),
  'administrative-review-evidence-insufficient': reviewGround(
    3,
    'factsUnclear',
    '主要证据不足、未经质证或者系伪造',
    '原判决、裁定认定事实的主要证据不足、未经质证或者系伪造的',
  ),
  'administrative-review-law-wrong': reviewGround(
    4,
    'wrongLaw',
    '适用法律、法规确有错误',
    '原判决、裁定适用法律、法规确有错误的',
  ),
  'administrative-review-breach': reviewGround(
    5,
    'breach',
    '违反法定诉讼程序',
    '违反法律规定的诉讼程序，可能影响公正审判的',
  ),
  'administrative-review-claim-omitted': reviewGround(
    6,
    'breach',
    '遗漏诉讼请求',
    '原判决、裁定遗漏诉讼请求的',
  ),
  'administrative-review-basis-annulled': reviewGround(
    7,
    'other',
    '据以裁判的法律文书被撤销或者变更',
    '据以作出原判决、裁定的法律文书被撤销或者变更的',
  ),
  'administrative-review-judge-corruption': reviewGround(
    8,
    'other',
    '审判人员贪污受贿、徇私舞弊、枉法裁判',
    '审判人员在审理该案件时有贪污受贿、徇私舞弊、枉法裁判行为的',
  ),
  'administrative-review-error-found-by-own-court': {
    name: '本院院长发现应当再审',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '院长对本院已经发生法律效力的判决、裁定，发现有第九十一条规定情形之一，或者发现调解违反自愿原则或者调解书内容违法，认为需要再审的，应当提交审判委员会讨论决定',
    permits: [may('retrial')],
    law: administrativeLaw({ 1989: '63.1', 2014: '92.1' }),
  },
  'administrative-review-error-found-by-upper-court': {
    name: '上级人民法院发现应当再审',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '上级人民法院对下级人民法院已经发生法律效力的判决、裁定，发现有第九十一条规定情形之一，或者发现调解违反自愿原则或者调解书内容违法的，有权提审或者指令下级人民法院再审',
    permits: [may('retrialByUpperCourt'), may('orderedRetrial')],
    law: administrativeLaw({ 1989: '63.2', 2014: '92.2' }),
  },
  'administrative-review-normative-document-misjudged': {
    name: '规范性文件合法性认定错误',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '上级人民法院对下级人民法院已经发生法律效力的判决、裁定，发现规范性文件合法性认定错误的，有权提审或者指令下级人民法院再审',
    permits: [may('retrialByUpperCourt'), may('orderedRetrial'), may('retrial')],
    law: administrativeInterpretation({ 2018: '151.2' }),
  },
} as const satisfies GroundTable;
