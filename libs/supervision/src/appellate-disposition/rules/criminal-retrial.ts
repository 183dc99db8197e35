import { criminalInterpretation, criminalLaw } from '../../law/citation';
import type { Citation } from '../../law/citation';
import { may, must } from './ground';
import type { Ground, GroundKind, GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const hearing: readonly Stage[] = ['retrialBySecondInstance', 'retrialByFirstInstance'];

/** 2012年解释第三百八十九条，2021年解释第四百七十二条 */
const byArticle472 = (tail: string) => criminalInterpretation({ 2012: `389${tail}`, 2021: `472${tail}` });

/** 刑事再审审理 */
export const criminalRetrialGrounds = {
  'criminal-retrial-judgment-right': {
    name: '原裁判正确',
    kind: 'sound',
    stages: hearing,
    condition: '原判决、裁定认定事实和适用法律正确、量刑适当的，应当裁定驳回申诉或者抗诉，维持原判决、裁定',
    permits: [must('affirmed')],
    law: byArticle472('.1#1'),
  },
  'criminal-retrial-flawed-but-right': {
    name: '定罪准确、量刑适当而有瑕疵',
    kind: 'flawed',
    stages: hearing,
    condition:
      '原判决、裁定定罪准确、量刑适当，但在认定事实、适用法律等方面有瑕疵的，应当裁定纠正并维持原判决、裁定',
    permits: [must('affirmedWithCorrection')],
    law: byArticle472('.1#2'),
  },
  'criminal-retrial-law-wrong': {
    name: '适用法律错误',
    kind: 'wrongLaw',
    stages: hearing,
    condition: '原判决、裁定认定事实没有错误，但适用法律错误的，应当撤销原判决、裁定，依法改判',
    permits: [must('substitutedJudgment')],
    law: byArticle472('.1#3'),
  },
  'criminal-retrial-sentence-improper': {
    name: '量刑不当',
    kind: 'wrongSentence',
    stages: hearing,
    condition: '原判决、裁定认定事实没有错误，但量刑不当的，应当撤销原判决、裁定，依法改判',
    permits: [must('substitutedJudgment')],
    law: byArticle472('.1#3'),
  },
  'criminal-retrial-facts-unclear': {
    name: '事实不清、证据不足',
    kind: 'factsUnclear',
    stages: ['retrialBySecondInstance'],
    condition:
      '依照第二审程序审理的案件，原判决、裁定事实不清、证据不足的，可以在查清事实后改判，也可以裁定撤销原判，发回原审人民法院重新审判',
    permits: [may('substitutedJudgment', 'facts-clarified'), may('remand', 'unclear-facts-listed')],
    law: byArticle472('.1#4'),
  },
  'criminal-retrial-facts-clarified': {
    name: '经审理事实已经查清',
    kind: 'other',
    stages: hearing,
    condition: '原判决、裁定事实不清或者证据不足，经审理事实已经查清的，应当根据查清的事实依法裁判',
    permits: [must('substitutedJudgment')],
    law: byArticle472('.2'),
  },
  'criminal-retrial-guilt-unproven': {
    name: '事实仍无法查清，证据不足，不能认定有罪',
    kind: 'other',
    stages: hearing,
    condition: '事实仍无法查清，证据不足，不能认定被告人有罪的，应当撤销原判决、裁定，判决宣告被告人无罪',
    permits: [must('substitutedJudgment')],
    law: byArticle472('.2'),
  },
} as const satisfies GroundTable;

const reviewGround = (kind: GroundKind, name: string, condition: string, law: readonly Citation[]) =>
  ({
    name,
    kind,
    stages: ['retrialReview'],
    condition,
    permits: [may('orderedRetrial'), may('retrialByUpperCourt'), may('retrial')],
    law,
    open: true,
  }) as const satisfies Ground;

/** 刑事诉讼法第二百五十三条各项，及解释就应当决定重新审判的情形所列各项 */
const byItem253 = (item: number, in1996: number | undefined, ...items457: readonly [number, number][]) => [
  ...criminalLaw({
    1996: in1996 === undefined ? undefined : `204#${in1996}`,
    2012: `242#${item}`,
    2018: `253#${item}`,
  }),
  ...items457.flatMap(byItem457),
];
const byItem457 = ([in2012, in2021]: readonly [number, number]) =>
  criminalInterpretation({ 2012: `375.2#${in2012}`, 2021: `457.2#${in2021}` });

/** 刑事申诉审查和决定再审 */
export const criminalReviewGrounds = {
  'criminal-review-new-evidence': reviewGround(
    'newEvidence',
    '新的证据证明认定事实确有错误',
    '有新的证据证明原判决、裁定认定的事实确有错误，可能影响定罪量刑的',
    byItem253(1, 1, [1, 1]),
  ),
  'criminal-review-evidence-insufficient': reviewGround(
    'factsUnclear',
    '证据不确实、不充分、应当排除或者相互矛盾',
    '据以定罪量刑的证据不确实、不充分、依法应当予以排除，或者证明案件事实的主要证据之间存在矛盾的',
    byItem253(2, 2, [2, 2], [3, 3]),
  ),
  'criminal-review-law-wrong': reviewGround(
    'wrongLaw',
    '适用法律确有错误',
    '原判决、裁定适用法律确有错误的',
    byItem253(3, 3),
  ),
  'criminal-review-basis-annulled': reviewGround(
    'other',
    '主要事实依据被依法变更或者撤销',
    '主要事实依据被依法变更或者撤销的',
    byItem457([4, 4]),
  ),
  'criminal-review-charge-wrong': reviewGround(
    'wrongLaw',
    '认定罪名错误',
    '认定罪名错误的',
    byItem457([5, 5]),
  ),
  'criminal-review-sentence-improper': reviewGround(
    'wrongSentence',
    '量刑明显不当',
    '量刑明显不当的',
    byItem457([6, 6]),
  ),
  'criminal-review-property-wrong': reviewGround(
    'wrongLaw',
    '涉案财物的处理确有明显错误',
    '对违法所得或者其他涉案财物的处理确有明显错误的',
    criminalInterpretation({ 2021: '457.2#7' }),
  ),
  'criminal-review-retroactivity': reviewGround(
    'wrongLaw',
    '违反溯及力规定',
    '违反法律关于溯及力规定的',
    byItem457([7, 8]),
  ),
  'criminal-review-breach': reviewGround(
    'breach',
    '违反法定诉讼程序',
    '违反法律规定的诉讼程序，可能影响公正审判的',
    byItem253(4, undefined, [8, 9]),
  ),
  'criminal-review-judge-corruption': reviewGround(
    'other',
    '审判人员贪污受贿、徇私舞弊、枉法裁判',
    '审判人员在审理该案件的时候，有贪污受贿，徇私舞弊，枉法裁判行为的',
    byItem253(5, 4, [9, 10]),
  ),
  'criminal-review-error-found-by-own-court': {
    name: '本院院长发现确有错误',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '院长对本院已经发生法律效力的判决和裁定，如果发现在认定事实上或者在适用法律上确有错误，必须提交审判委员会处理',
    permits: [may('retrial')],
    law: criminalLaw({ 1996: '205.1', 2012: '243.1', 2018: '254.1' }),
  },
  'criminal-review-error-found-by-upper-court': {
    name: '上级人民法院发现确有错误',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '上级人民法院对下级人民法院已经发生法律效力的判决和裁定，如果发现确有错误，有权提审或者指令下级人民法院再审',
    permits: [may('orderedRetrial'), may('retrialByUpperCourt')],
    law: [
      ...criminalLaw({ 1996: '205.2', 2012: '243.2', 2018: '254.2' }),
      ...criminalInterpretation({ 2012: '379.1', 2021: '461.1' }),
    ],
  },
  'criminal-review-protest-facts-unclear': {
    name: '抗诉案件原判事实不清、证据不足',
    kind: 'factsUnclear',
    stages: ['retrialReview'],
    condition:
      '人民检察院抗诉的案件，原判决事实不清楚或者证据不足的，包括有新的证据证明原判可能有错误，可以指令下级人民法院再审',
    permits: [may('orderedRetrial'), may('retrialByUpperCourt')],
    law: [
      ...criminalLaw({ 1996: '205.4', 2012: '243.4', 2018: '254.4' }),
      ...criminalInterpretation({ 2012: '381', 2021: '463' }),
    ],
    open: true,
  },
} as const satisfies GroundTable;
