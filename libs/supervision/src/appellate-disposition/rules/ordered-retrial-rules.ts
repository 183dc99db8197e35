import {
  across,
  administrativeInterpretation,
  civilLaw,
  civilRetrialProvisions,
  criminalInterpretation,
  criminalLaw,
} from '../../law/citation';
import { isBlank } from './decision';
import type { DispositionPart, OrderedRetrialConditions, OrderedRetrialExclusions } from './decision';
import { named } from './family';
import { contrary, justified, notAssessable } from '../../law/finding';
import type { Rule, Ruling } from '../../law/finding';
import type { CodedGround, GroundCode } from './rule-table';
import { isSettled, partField } from './sight';
import type { Sight } from './sight';
import { courtLevels } from '../../law/vocabulary';

const isOrder = ({ part }: Sight): boolean => part.outcome === 'orderedRetrial';
const isDelegated = ({ part }: Sight): boolean =>
  part.outcome === 'orderedRetrial' || part.outcome === 'designatedRetrial';

/** Whether some certain ground is in the list; `undefined` where the grounds are not settled. */
function includesOneOf(sight: Sight, codes: readonly GroundCode[]): boolean | undefined {
  const listed = ({ code }: CodedGround) => codes.some((each) => each === code);
  if (sight.stated.certain.some(listed) || sight.stated.alternatives.some((set) => set.every(listed)))
    return true;
  return isSettled(sight.stated) ? false : undefined;
}

const asking = (message: string, field: string, ...missing: readonly string[]): Ruling =>
  notAssessable(message, { field, missing, inDraft: 'refuse' });

const originKnown: Rule<Sight> = {
  code: 'ordered-retrial-origin',
  title: '指令再审载明启动方式',
  law: [],
  check: (sight) =>
    isDelegated(sight) && sight.decision.retrialOrigin === undefined
      ? asking('不能确认再审由当事人申请、检察机关抗诉还是法院依职权启动', 'retrialOrigin', '再审的启动方式')
      : undefined,
};

const upperCourtMotion: Rule<Sight> = {
  code: 'ordered-retrial-on-own-motion',
  title: '民事案件上级法院依职权裁定再审的，应当提审',
  law: civilRetrialProvisions('2.3'),
  check: (sight) =>
    isDelegated(sight) && sight.decision.retrialOrigin === 'upperCourtMotion'
      ? contrary('上级人民法院发现确有错误而裁定再审的，应当提审，不得指令或者指定再审', {
          field: partField(sight, 'outcome'),
        })
      : undefined,
};

const courtLevel: Rule<Sight> = {
  code: 'ordered-retrial-court-level',
  title: '民事案件因当事人申请的，仅最高人民法院、高级人民法院可以指令、指定再审',
  law: [
    ...civilRetrialProvisions('2.1'),
    ...civilLaw({ 2007: '181.2', 2012: '204.2', 2021: '211.2', 2023: '215.2' }),
  ],
  check: (sight) => {
    const { courtLevel: level, retrialOrigin } = sight.decision;
    if (!isDelegated(sight) || retrialOrigin !== 'partyApplication') return undefined;
    const field = 'courtLevel';
    if (level === undefined) return asking('不能确认裁定再审的法院级别', field, '裁定再审的法院级别');
    return level === 'supreme' || level === 'high'
      ? justified(`${courtLevels[level]}有权指令、指定再审`, { field })
      : contrary(`${courtLevels[level]}裁定再审的案件应当自行审理，不得指令、指定再审`, { field });
  },
};

const conditionNames: Readonly<Record<keyof OrderedRetrialConditions, string>> = {
  effectiveAtFirstInstance: '发生法律效力的裁判由第一审法院作出',
  manyPartiesOrAllCitizens: '当事人一方人数众多或者双方为公民',
  decidedByAdjudicationCommittee: '经审判委员会讨论决定的其他情形',
};

const exclusionNames: Readonly<Record<keyof OrderedRetrialExclusions, string>> = {
  alreadyRetried: '原裁判系经原审法院再审后作出',
  decidedByItsCommittee: '原裁判系经原审法院审判委员会讨论作出',
  judgeCorruption: '原审审判人员有贪污受贿、徇私舞弊、枉法裁判行为',
  noRetrialJurisdiction: '原审法院对该案无再审管辖权',
  needsUniformLaw: '需要统一法律适用或者裁量权行使标准',
  otherwiseUnfit: '其他不宜指令原审法院再审的情形',
};

/** The names of a checklist's entries that the record answers so. */
const answered = (
  checklist: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, boolean | undefined>>,
  answer: boolean | undefined,
): readonly string[] =>
  Object.entries(checklist).flatMap(([key, name]) => (answers[key] === answer ? [name] : []));

/** 第（四）项、第（五）项、第（九）项 of the grounds for retrial. */
const groundsForOrder: readonly GroundCode[] = [
  'civil-review-evidence-not-examined',
  'civil-review-evidence-not-collected',
  'civil-review-debate-denied',
];

const condition: Rule<Sight> = {
  code: 'ordered-retrial-condition',
  title: '民事案件因当事人申请再审的，符合可以指令再审的条件',
  law: civilRetrialProvisions('2.1'),
  check: (sight) => {
    if (!isOrder(sight) || sight.decision.retrialOrigin !== 'partyApplication') return undefined;
    const answers = { ...sight.part.orderConditions };
    const field = partField(sight, 'orderConditions');
    const onGrounds = includesOneOf(sight, groundsForOrder);
    const [met] = answered(conditionNames, answers, true);
    if (onGrounds === true) return justified('再审事由属于可以指令再审的事由', { field });
    if (met !== undefined) return justified(`符合可以指令再审的条件：${met}`, { field });
    const open = answered(conditionNames, answers, undefined);
    if (open.length === 0 && onGrounds === false) {
      return contrary('不符合可以指令原审人民法院再审的任何条件，应当由裁定再审的人民法院审理', { field });
    }
    return asking('不能确认是否符合可以指令再审的条件', field, ...open);
  },
};

const exclusion: Rule<Sight> = {
  code: 'ordered-retrial-excluded',
  title: '民事案件有不得指令再审情形的，应当提审',
  law: civilRetrialProvisions('3'),
  check: (sight) => {
    const { retrialOrigin } = sight.decision;
    if (!isOrder(sight) || retrialOrigin === 'upperCourtMotion') return undefined;
    const answers = { ...sight.part.orderExclusions };
    const field = partField(sight, 'orderExclusions');
    const found = answered(exclusionNames, answers, true);
    if (found.length > 0) return contrary(`有应当提审的情形：${found.join('；')}`, { field });
    const open = answered(exclusionNames, answers, undefined);
    if (open.length === 0) return justified('没有应当提审的情形', { field });
    return asking('不能确认有无应当提审的情形', field, ...open.map((name) => `有无：${name}`));
  },
};

/** 民事诉讼法第二百一十一条第一项至第五项；行政诉讼法第九十一条第二、三项. */
const protestGrounds: readonly GroundCode[] = [
  'civil-review-new-evidence',
  'civil-review-basic-facts-unproven',
  'civil-review-evidence-forged',
  'civil-review-evidence-not-examined',
  'civil-review-evidence-not-collected',
  'administrative-review-new-evidence',
  'administrative-review-evidence-insufficient',
];

const protest: Rule<Sight> = {
  code: 'ordered-retrial-protest',
  title: '民事、行政抗诉案件仅因证据方面的事由且下一级法院未再审过，才可以指令再审',
  law: [
    ...civilRetrialProvisions('2.2'),
    ...civilLaw({ 2007: '188', 2012: '211', 2021: '218', 2023: '222' }),
    ...administrativeInterpretation({ 2018: '124.1' }),
  ],
  check: (sight) => {
    if (!isOrder(sight) || sight.decision.retrialOrigin !== 'protest') return undefined;
    const listed = includesOneOf(sight, protestGrounds);
    const retried = sight.part.orderExclusions?.alreadyRetried;
    const onGrounds = partField(sight, 'grounds');
    const onExclusions = partField(sight, 'orderExclusions');
    if (listed === false)
      return contrary('抗诉事由不属于可以交下一级人民法院再审的事由，应当由接受抗诉的人民法院审理', {
        field: onGrounds,
      });
    if (retried === true) return contrary('下一级人民法院已再审过，不得再交其再审', { field: onExclusions });
    if (listed === undefined) return asking('不能确认抗诉事由', onGrounds, '抗诉所依的再审事由');
    if (retried === undefined)
      return asking('不能确认下一级人民法院是否再审过', onExclusions, '下一级人民法院是否已再审过');
    return justified('抗诉事由属于可以指令再审的事由，且下一级人民法院未再审过');
  },
};

/** 原判事实不清、证据不足，包括有新的证据证明原判可能有错误. */
const criminalProtestGrounds: readonly GroundCode[] = [
  'criminal-review-protest-facts-unclear',
  'criminal-review-evidence-insufficient',
  'criminal-review-new-evidence',
];

const criminalProtest: Rule<Sight> = {
  code: 'ordered-retrial-criminal-protest',
  title: '刑事抗诉案件仅因事实不清、证据不足才可以指令再审',
  law: [
    ...criminalLaw({ 1996: '205.4', 2012: '243.4', 2018: '254.4' }),
    ...criminalInterpretation({ 2012: '381', 2021: '463' }),
  ],
  check: (sight) => {
    if (!isOrder(sight) || sight.decision.retrialOrigin !== 'protest') return undefined;
    const field = partField(sight, 'grounds');
    switch (includesOneOf(sight, criminalProtestGrounds)) {
      case true:
        return justified('抗诉案件原判事实不清、证据不足，可以指令再审', { field });
      case false:
        return contrary('抗诉案件并非事实不清、证据不足，接受抗诉的人民法院应当自行审理', { field });
      case undefined:
        return asking('不能确认抗诉案件是否事实不清、证据不足', field, '原判事实不清楚或者证据不足');
    }
  },
};

const criminalOtherCourt: Rule<Sight> = {
  code: 'ordered-retrial-criminal-court',
  title: '刑事指令再审应当指令原审以外的法院，由原审更为适宜的除外',
  law: [
    ...criminalLaw({ 2012: '244', 2018: '255' }),
    ...criminalInterpretation({ 2012: '379.2', 2021: '461.2' }),
  ],
  check: (sight) => {
    if (!isOrder(sight)) return undefined;
    const { orderedTo, whyOriginalCourt }: DispositionPart = sight.part;
    const field = partField(sight, orderedTo === 'originalCourt' ? 'whyOriginalCourt' : 'orderedTo');
    if (orderedTo === undefined)
      return asking('不能确认指令哪一法院再审', field, '指令再审的法院是否原审法院');
    if (orderedTo === 'otherCourt') return justified('指令原审以外的人民法院再审', { field });
    if (isBlank(whyOriginalCourt))
      return asking('指令原审人民法院再审，须由其审理更为适宜', field, '由原审人民法院审理更为适宜的理由');
    return justified('已说明由原审人民法院审理更为适宜的理由', { field });
  },
};

/** Known from reprints only, so it never goes beyond a check by hand. */
const secondOrder: Rule<Sight> = {
  code: 'second-ordered-retrial',
  title: '民事案件指令再审只能一次',
  law: across('civilRemandProvisions', { 2002: '2.2' }),
  check: (sight) => {
    if (!isOrder(sight)) return undefined;
    const before = sight.earlier.filter(
      ({ outcome, procedure }) => outcome === 'orderedRetrial' && procedure === 'civil',
    );
    if (before.length === 0) return undefined;
    return notAssessable(
      `此前${before.map(named).join('、')}已指令再审；除因违反法定程序外只能指令再审一次，原文未核对`,
      {
        missing: ['核对当时的规定，及此前指令再审的理由'],
      },
    );
  },
};

export const orderedRetrialRules: readonly Rule<Sight>[] = [
  originKnown,
  upperCourtMotion,
  courtLevel,
  condition,
  exclusion,
  protest,
  criminalProtest,
  criminalOtherCourt,
  secondOrder,
];
