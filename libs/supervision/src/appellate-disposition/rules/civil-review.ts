import { civilLaw } from '../../law/citation';
import { may } from './ground';
import type { Ground, GroundKind, GroundTable } from './ground';

const reviewPermits = [
  may('retrialByUpperCourt'),
  may('orderedRetrial'),
  may('designatedRetrial'),
  may('retrial'),
];

/** 民事诉讼法第二百一十一条各项: `in2007` and `in1991` name the item in article 179 of those versions. */
const reviewGround = (
  item: number,
  in2007: string,
  in1991: string | undefined,
  kind: GroundKind,
  name: string,
  condition: string,
) =>
  ({
    name,
    kind,
    stages: ['retrialReview'],
    condition,
    permits: reviewPermits,
    law: civilLaw({
      1991: in1991,
      2007: in2007,
      2012: `200#${item}`,
      2021: `207#${item}`,
      2023: `211#${item}`,
    }),
    open: true,
  }) as const satisfies Ground;

/** 民事再审审查: which court retries is for the rules on ordered retrial, not for the ground. */
export const civilReviewGrounds = {
  'civil-review-new-evidence': reviewGround(
    1,
    '179.1#1',
    '179.1#1',
    'newEvidence',
    '新的证据足以推翻原裁判',
    '有新的证据，足以推翻原判决、裁定的',
  ),
  'civil-review-basic-facts-unproven': reviewGround(
    2,
    '179.1#2',
    '179.1#2',
    'factsUnclear',
    '基本事实缺乏证据证明',
    '原判决、裁定认定的基本事实缺乏证据证明的',
  ),
  'civil-review-evidence-forged': reviewGround(
    3,
    '179.1#3',
    undefined,
    'wrongFacts',
    '主要证据伪造',
    '原判决、裁定认定事实的主要证据是伪造的',
  ),
  'civil-review-evidence-not-examined': reviewGround(
    4,
    '179.1#4',
    undefined,
    'breach',
    '主要证据未经质证',
    '原判决、裁定认定事实的主要证据未经质证的',
  ),
  'civil-review-evidence-not-collected': reviewGround(
    5,
    '179.1#5',
    undefined,
    'breach',
    '应调查收集而未调查收集',
    '对审理案件需要的主要证据，当事人因客观原因不能自行收集，书面申请人民法院调查收集，人民法院未调查收集的',
  ),
  'civil-review-law-wrong': reviewGround(
    6,
    '179.1#6',
    '179.1#3',
    'wrongLaw',
    '适用法律确有错误',
    '原判决、裁定适用法律确有错误的',
  ),
  'civil-review-tribunal-unlawful': reviewGround(
    7,
    '179.1#8',
    undefined,
    'breach',
    '审判组织不合法或者应当回避没有回避',
    '审判组织的组成不合法或者依法应当回避的审判人员没有回避的',
  ),
  'civil-review-party-absent-or-unrepresented': reviewGround(
    8,
    '179.1#9',
    undefined,
    'breach',
    '未经法定代理或者应当参加诉讼的当事人未参加诉讼',
    '无诉讼行为能力人未经法定代理人代为诉讼或者应当参加诉讼的当事人，因不能归责于本人或者其诉讼代理人的事由，未参加诉讼的',
  ),
  'civil-review-debate-denied': reviewGround(
    9,
    '179.1#10',
    undefined,
    'breach',
    '剥夺当事人辩论权利',
    '违反法律规定，剥夺当事人辩论权利的',
  ),
  'civil-review-default-without-summons': reviewGround(
    10,
    '179.1#11',
    undefined,
    'breach',
    '未经传票传唤缺席判决',
    '未经传票传唤，缺席判决的',
  ),
  'civil-review-claims-omitted-or-exceeded': reviewGround(
    11,
    '179.1#12',
    undefined,
    'breach',
    '遗漏或者超出诉讼请求',
    '原判决、裁定遗漏或者超出诉讼请求的',
  ),
  'civil-review-basis-annulled': reviewGround(
    12,
    '179.1#13',
    undefined,
    'other',
    '据以裁判的法律文书被撤销或者变更',
    '据以作出原判决、裁定的法律文书被撤销或者变更的',
  ),
  'civil-review-judge-corruption': reviewGround(
    13,
    '179.2',
    '179.1#5',
    'other',
    '审判人员贪污受贿、徇私舞弊、枉法裁判',
    '审判人员审理该案件时有贪污受贿，徇私舞弊，枉法裁判行为的',
  ),
  'civil-review-mediation-unlawful': {
    name: '调解违反自愿原则或者内容违法',
    kind: 'other',
    stages: ['retrialReview'],
    condition:
      '对已经发生法律效力的调解书，提出证据证明调解违反自愿原则或者调解协议的内容违反法律的，可以申请再审，经审查属实的，应当再审',
    permits: reviewPermits,
    law: civilLaw({ 2012: '201', 2021: '208', 2023: '212' }),
    open: true,
  },
  'civil-review-error-found-by-own-court': {
    name: '本院院长发现确有错误',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '院长对本院已经发生法律效力的判决、裁定、调解书，发现确有错误，认为需要再审的，应当提交审判委员会讨论决定',
    permits: [may('retrial')],
    law: civilLaw({ 1991: '177.1', 2012: '198.1', 2021: '205.1', 2023: '209.1' }),
  },
  'civil-review-error-found-by-upper-court': {
    name: '上级人民法院发现确有错误',
    kind: 'errorFound',
    stages: ['retrialReview'],
    condition:
      '上级人民法院对下级人民法院已经发生法律效力的判决、裁定、调解书，发现确有错误的，有权提审或者指令下级人民法院再审',
    permits: [may('retrialByUpperCourt'), may('orderedRetrial')],
    law: civilLaw({ 1991: '177.2', 2012: '198.2', 2021: '205.2', 2023: '209.2' }),
  },
} as const satisfies GroundTable;
