import { civilInterpretation, civilLaw, civilRetrialProvisions, onlyAt } from '../../law/citation';
import { generally, may, must } from './ground';
import type { Ground, GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const hearing: readonly Stage[] = ['retrialBySecondInstance', 'retrialByFirstInstance'];
const bySecondInstance: readonly Stage[] = ['retrialBySecondInstance'];

/** Retrial by the procedure of second instance disposes as a second instance does (2023年修正第二百一十八条第一款). */
const asOnAppeal = (numbers: Parameters<typeof civilLaw>[0]) =>
  onlyAt('retrialBySecondInstance', civilLaw(numbers));

/** 法释〔2015〕7号第五条: remand on retrial for a serious breach by the first court. */
const seriousBreach = (item: number, name: string, condition: string) =>
  ({
    name,
    kind: 'breach',
    stages: bySecondInstance,
    condition,
    permits: [may('remand')],
    law: [...civilRetrialProvisions(`5#${item}`), ...civilLaw({ 2012: '170.1#4', 2021: '177.1#4' })],
    open: true,
  }) as const satisfies Ground;

/** 必须共同进行诉讼的当事人，和属于必要的共同诉讼当事人的案外人 */
const necessaryParty = [
  ...civilInterpretation({ 2015: '422', 2022: '420' }),
  ...civilInterpretation({ 2015: '424.1', 2022: '422.1' }),
];

/** 民事再审审理 */
export const civilRetrialGrounds = {
  'civil-retrial-judgment-right': {
    name: '原裁判正确',
    kind: 'sound',
    stages: hearing,
    condition: '原判决、裁定认定事实清楚、适用法律正确的',
    permits: [must('affirmed')],
    law: [
      ...civilInterpretation({ 2015: '407.1', 2022: '405.1' }),
      ...asOnAppeal({ 1991: '153.1#1', 2012: '170.1#1', 2021: '177.1#1' }),
    ],
  },
  'civil-retrial-flawed-but-right': {
    name: '有瑕疵但结果正确',
    kind: 'flawed',
    stages: hearing,
    condition: '原判决、裁定认定事实、适用法律虽有瑕疵，但裁判结果正确的',
    permits: [must('affirmedWithCorrection')],
    law: civilInterpretation({ 2015: '407.1', 2022: '405.1' }),
  },
  'civil-retrial-facts-wrong': {
    name: '认定事实错误',
    kind: 'wrongFacts',
    stages: hearing,
    condition: '原判决、裁定认定事实错误，导致裁判结果错误的',
    permits: [must('substitutedJudgment')],
    law: [
      ...civilInterpretation({ 2015: '407.2', 2022: '405.2' }),
      ...asOnAppeal({ 2012: '170.1#2', 2021: '177.1#2' }),
    ],
  },
  'civil-retrial-law-wrong': {
    name: '适用法律错误',
    kind: 'wrongLaw',
    stages: hearing,
    condition: '原判决、裁定适用法律错误，导致裁判结果错误的',
    permits: [must('substitutedJudgment')],
    law: [
      ...civilInterpretation({ 2015: '407.2', 2022: '405.2' }),
      ...asOnAppeal({ 1991: '153.1#2', 2012: '170.1#2', 2021: '177.1#2' }),
    ],
  },
  'civil-retrial-basic-facts-unclear': {
    name: '认定基本事实不清',
    kind: 'factsUnclear',
    stages: bySecondInstance,
    condition:
      '按照第二审程序审理再审案件，发现原判决认定基本事实不清的，一般应当通过庭审认定事实后依法作出判决；原审人民法院未对基本事实进行过审理的，可以发回重审',
    permits: [
      generally('substitutedJudgment', 'facts-clarified'),
      may('remand', 'unclear-facts-listed', 'basic-facts-never-tried'),
    ],
    law: [...civilRetrialProvisions('4'), ...civilLaw({ 2012: '170.1#3', 2021: '177.1#3' })],
  },
  'civil-retrial-party-omitted': seriousBreach(
    1,
    '遗漏必须参加诉讼的当事人',
    '原判决遗漏必须参加诉讼的当事人的',
  ),
  'civil-retrial-party-absent-or-unrepresented': seriousBreach(
    2,
    '未经法定代理或者应当参加诉讼的当事人未参加诉讼',
    '无诉讼行为能力人未经法定代理人代为诉讼，或者应当参加诉讼的当事人，因不能归责于本人或者其诉讼代理人的事由，未参加诉讼的',
  ),
  'civil-retrial-unsummoned-or-debate-denied': seriousBreach(
    3,
    '未经合法传唤缺席判决或者剥夺辩论权利',
    '未经合法传唤缺席判决，或者违反法律规定剥夺当事人辩论权利的',
  ),
  'civil-retrial-tribunal-unlawful': seriousBreach(
    4,
    '审判组织不合法或者应当回避未回避',
    '审判组织的组成不合法或者依法应当回避的审判人员没有回避的',
  ),
  'civil-retrial-claim-omitted': seriousBreach(5, '遗漏诉讼请求', '原判决、裁定遗漏诉讼请求的'),
  'civil-retrial-necessary-party-joined': {
    name: '因必须共同进行诉讼的当事人申请而再审（第二审程序）',
    kind: 'breach',
    stages: bySecondInstance,
    condition:
      '必须共同进行诉讼的当事人，或者属于必要的共同诉讼当事人的案外人，未参加诉讼，因其申请而裁定再审，按照第二审程序再审，经调解不能达成协议的，应当撤销原判决、裁定，发回重审',
    permits: [must('remand', 'mediation-failed')],
    law: necessaryParty,
  },
  'civil-retrial-necessary-party-joined-first-instance': {
    name: '因必须共同进行诉讼的当事人申请而再审（第一审程序）',
    kind: 'breach',
    stages: ['retrialByFirstInstance'],
    condition:
      '必须共同进行诉讼的当事人，或者属于必要的共同诉讼当事人的案外人，未参加诉讼，因其申请而裁定再审，按照第一审程序再审的，应当追加其为当事人，作出新的判决、裁定',
    permits: [must('substitutedJudgment')],
    law: necessaryParty,
  },
  'civil-retrial-third-party-claim-merged': {
    name: '第三人诉讼请求并入再审（第二审程序）',
    kind: 'other',
    stages: bySecondInstance,
    condition:
      '第三人诉讼请求并入再审程序，按照第二审程序审理的，可以调解，调解达不成协议的，应当裁定撤销原判决、裁定、调解书，发回一审法院重审',
    permits: [must('remand', 'mediation-failed')],
    law: civilInterpretation({ 2015: '302#2', 2022: '300#2' }),
  },
  'civil-retrial-not-for-courts': {
    name: '不符合起诉条件或者不予受理情形',
    kind: 'acceptance',
    stages: bySecondInstance,
    condition: '按照第二审程序再审的案件，认为不符合起诉条件或者符合不予受理情形的',
    permits: [must('dismissAction')],
    law: civilInterpretation({ 2015: '408', 2022: '406' }),
  },
} as const satisfies GroundTable;
