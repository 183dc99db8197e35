import { criminalInterpretation, criminalLaw } from '../../law/citation';
import { may, must } from './ground';
import type { GroundTable } from './ground';
import type { Stage } from '../../law/vocabulary';

const death: readonly Stage[] = ['deathPenaltyReview'];
const suspended: readonly Stage[] = ['suspendedDeathReview'];
const belowMinimum: readonly Stage[] = ['belowMinimumReview'];
const reconsideration: readonly Stage[] = ['compulsoryTreatmentReconsideration'];

/** 最高人民法院复核死刑案件（2012年解释第三百五十条，2021年解释第四百二十九条） */
const byItem429 = (item: number) => criminalInterpretation({ 2012: `350#${item}`, 2021: `429#${item}` });
/** 不核准死刑的，可以发回重新审判或者予以改判 */
const notApproved = criminalLaw({ 2012: '239', 2018: '250' });
/** 高级人民法院复核死刑缓期执行案件（2012年解释第三百四十九条，2021年解释第四百二十八条） */
const byItem428 = (item: number) => criminalInterpretation({ 2012: `349.1#${item}`, 2021: `428.1#${item}` });

/** 死刑复核、死刑缓期执行复核 */
export const deathReviewGrounds = {
  'criminal-death-right': {
    name: '死刑判决正确',
    kind: 'sound',
    stages: death,
    condition: '原判认定事实和适用法律正确、量刑适当、诉讼程序合法的，应当裁定核准',
    permits: [must('approval')],
    law: byItem429(1),
  },
  'criminal-death-flawed-but-right': {
    name: '有瑕疵但判处死刑并无不当',
    kind: 'flawed',
    stages: death,
    condition:
      '原判认定的某一具体事实或者引用的法律条款等存在瑕疵，但判处被告人死刑并无不当的，可以在纠正后作出核准的判决、裁定',
    permits: [may('approval')],
    law: byItem429(2),
  },
  'criminal-death-facts-unclear': {
    name: '事实不清、证据不足',
    kind: 'factsUnclear',
    stages: death,
    condition: '原判事实不清、证据不足的，应当裁定不予核准，并撤销原判，发回重新审判',
    permits: [must('remand', 'unclear-facts-listed')],
    law: [...byItem429(3), ...notApproved],
  },
  'criminal-death-new-facts': {
    name: '复核期间出现新的影响定罪量刑的事实、证据',
    kind: 'newEvidence',
    stages: death,
    condition: '复核期间出现新的影响定罪量刑的事实、证据的，应当裁定不予核准，并撤销原判，发回重新审判',
    permits: [must('remand')],
    law: [...byItem429(4), ...notApproved],
  },
  'criminal-death-not-warranted': {
    name: '依法不应当判处死刑',
    kind: 'wrongSentence',
    stages: death,
    condition:
      '原判认定事实正确、证据充分，但依法不应当判处死刑的，应当裁定不予核准，并撤销原判，发回重新审判；必要时，也可以依法改判',
    permits: [must('remand'), may('substitutedJudgment')],
    law: [...byItem429(5), ...notApproved],
  },
  'criminal-death-breach': {
    name: '违反法定诉讼程序',
    kind: 'breach',
    stages: death,
    condition: '原审违反法定诉讼程序，可能影响公正审判的，应当裁定不予核准，并撤销原判，发回重新审判',
    permits: [must('remand')],
    law: [...byItem429(6), ...notApproved],
  },
  'criminal-death-not-agreed-by-high-court': {
    name: '高级人民法院不同意判处死刑',
    kind: 'errorFound',
    stages: death,
    condition: '高级人民法院复核死刑案件，不同意判处死刑的，应当依照第二审程序提审或者发回重新审判',
    permits: [may('retrialByUpperCourt'), may('remand')],
    law: [
      ...criminalLaw({ 1996: '200.1', 2012: '236.1', 2018: '247.1' }),
      ...criminalInterpretation({ 2012: '344.1#1', 2021: '423.1#1' }),
    ],
  },
  'criminal-death-returned-to-high-court': {
    name: '最高人民法院不予核准，发回复核的高级人民法院',
    kind: 'other',
    stages: death,
    condition:
      '依照复核程序审理后报请核准死刑，最高人民法院裁定不予核准，发回高级人民法院重新审判的，可以依照第二审程序提审或者发回重新审判',
    permits: [may('retrialByUpperCourt'), may('remand')],
    law: criminalInterpretation({ 2012: '354', 2021: '431' }),
  },
  'criminal-death-stay-pregnant': {
    name: '停止执行后确认罪犯怀孕',
    kind: 'other',
    stages: death,
    condition: '停止执行死刑的案件，确认罪犯怀孕的，应当改判',
    permits: [must('substitutedJudgment')],
    law: criminalInterpretation({ 2021: '504#1' }),
  },
  'criminal-death-stay-other-crime': {
    name: '停止执行后确认有其他犯罪应当追诉',
    kind: 'other',
    stages: death,
    condition:
      '停止执行死刑的案件，确认罪犯有其他犯罪，依法应当追诉的，应当裁定不予核准死刑，撤销原判，发回重新审判',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '504#2' }),
  },
  'criminal-death-stay-error-or-merit': {
    name: '停止执行后确认原裁判错误或者有重大立功表现',
    kind: 'errorFound',
    stages: death,
    condition:
      '停止执行死刑的案件，确认原判决、裁定有错误或者罪犯有重大立功表现，需要改判的，应当裁定不予核准死刑，撤销原判，发回重新审判',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '504#3' }),
  },
  'criminal-suspended-death-right': {
    name: '死刑缓期执行判决正确',
    kind: 'sound',
    stages: suspended,
    condition: '原判认定事实和适用法律正确、量刑适当、诉讼程序合法的，应当裁定核准',
    permits: [must('approval')],
    law: byItem428(1),
  },
  'criminal-suspended-death-flawed-but-right': {
    name: '有瑕疵但判处死刑缓期执行并无不当',
    kind: 'flawed',
    stages: suspended,
    condition:
      '原判认定的某一具体事实或者引用的法律条款等存在瑕疵，但判处被告人死刑缓期执行并无不当的，可以在纠正后作出核准的判决、裁定',
    permits: [may('approval')],
    law: byItem428(2),
  },
  'criminal-suspended-death-law-wrong-or-too-heavy': {
    name: '适用法律错误或者量刑过重',
    kind: 'wrongLaw',
    stages: suspended,
    condition: '原判认定事实正确，但适用法律有错误，或者量刑过重的，应当改判',
    permits: [must('substitutedJudgment')],
    law: byItem428(3),
  },
  'criminal-suspended-death-facts-unclear': {
    name: '事实不清、证据不足',
    kind: 'factsUnclear',
    stages: suspended,
    condition: '原判事实不清、证据不足的，可以裁定不予核准，并撤销原判，发回重新审判，或者依法改判',
    permits: [may('remand', 'unclear-facts-listed'), may('substitutedJudgment', 'facts-clarified')],
    law: byItem428(4),
  },
  'criminal-suspended-death-new-facts': {
    name: '复核期间出现新的影响定罪量刑的事实、证据',
    kind: 'newEvidence',
    stages: suspended,
    condition:
      '复核期间出现新的影响定罪量刑的事实、证据的，可以裁定不予核准，并撤销原判，发回重新审判，或者审理后依法改判',
    permits: [may('remand'), may('substitutedJudgment')],
    law: byItem428(5),
  },
  'criminal-suspended-death-breach': {
    name: '违反法定诉讼程序',
    kind: 'breach',
    stages: suspended,
    condition: '原审违反法定诉讼程序，可能影响公正审判的，应当裁定不予核准，并撤销原判，发回重新审判',
    permits: [must('remand')],
    law: byItem428(6),
  },
} as const satisfies GroundTable;

/** 在法定刑以下判处刑罚的核准、强制医疗复议 */
export const otherApprovalGrounds = {
  'criminal-below-minimum-not-agreed': {
    name: '上级人民法院不同意在法定刑以下判处刑罚',
    kind: 'errorFound',
    stages: belowMinimum,
    condition:
      '被告人未上诉、人民检察院未抗诉，上级人民法院不同意原判的，应当裁定发回重新审判，或者按照第二审程序提审',
    permits: [may('remand'), may('retrialByUpperCourt')],
    law: criminalInterpretation({ 2012: '336#1', 2021: '414#1' }),
  },
  'criminal-below-minimum-not-approved': {
    name: '最高人民法院不予核准在法定刑以下判处刑罚',
    kind: 'errorFound',
    stages: belowMinimum,
    condition:
      '对在法定刑以下判处刑罚的案件不予核准的，应当撤销原判决、裁定，发回原审人民法院重新审判或者指定其他下级人民法院重新审判',
    permits: [must('remand')],
    law: criminalInterpretation({ 2012: '338', 2021: '417' }),
  },
  'criminal-compulsory-treatment-conditions-met': {
    name: '符合强制医疗条件',
    kind: 'sound',
    stages: reconsideration,
    condition: '被决定强制医疗的人符合强制医疗条件的，应当驳回复议申请，维持原决定',
    permits: [must('affirmed')],
    law: criminalInterpretation({ 2021: '643#1' }),
  },
  'criminal-compulsory-treatment-conditions-unmet': {
    name: '不符合强制医疗条件',
    kind: 'errorFound',
    stages: reconsideration,
    condition: '被决定强制医疗的人不符合强制医疗条件的，应当撤销原决定',
    permits: [must('substitutedJudgment')],
    law: criminalInterpretation({ 2021: '643#2' }),
  },
  'criminal-compulsory-treatment-breach': {
    name: '强制医疗违反法定诉讼程序',
    kind: 'breach',
    stages: reconsideration,
    condition: '原审违反法定诉讼程序，可能影响公正审判的，应当撤销原决定，发回原审人民法院重新审判',
    permits: [must('remand')],
    law: criminalInterpretation({ 2021: '643#3' }),
  },
} as const satisfies GroundTable;
