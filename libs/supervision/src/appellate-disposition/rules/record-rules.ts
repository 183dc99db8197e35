import {
  administrativeInterpretation,
  administrativeLaw,
  civilInterpretation,
  civilLaw,
  civilRetrialProvisions,
  courtRelationsOpinions,
} from '../../law/citation';
import { isBlank } from './decision';
import { demands } from './demands';
import type { Demand, DemandCode } from './demands';
import { contrary, justified, notAssessable } from '../../law/finding';
import type { Rule, Ruling } from '../../law/finding';
import { lawOf, legsOf, partField } from './sight';
import type { Leg, Sight } from './sight';
import { outcomes } from '../../law/vocabulary';

const demandOf = (code: DemandCode): Demand => demands[code];

/** Whether the record shows that what the ground demands is not so. */
const fails = ({ permit }: Leg, { part }: Sight): boolean =>
  permit.demands
    .map(demandOf)
    .some(({ shown, otherwise }) => otherwise === 'contrary' && shown(part) === false);

/**
 * One rule per demand: what a ground asks the record to show. Where another stated ground may carry the outcome
 * by itself, the weak one is only reported: the outcome is not for that reason contrary.
 */
function demandRule(code: DemandCode): Rule<Sight> {
  const { title, law: ownLaw, field, shown, otherwise } = demandOf(code);
  return {
    code,
    title,
    law: ownLaw,
    check: (sight, lawOfDay) => {
      const legs = legsOf(sight);
      const asking = legs.filter(({ permit }) => permit.demands.includes(code));
      if (asking.length === 0) return undefined;
      const law =
        lawOfDay.length > 0
          ? lawOfDay
          : lawOf(
              asking.map(({ ground }) => ground),
              sight.forum,
            );
      const said = shown(sight.part);
      const more = { law, field: partField(sight, field) };
      if (said === true) return justified(`已载明：${title}`, more);
      const outcome = outcomes[sight.part.outcome];
      const mayStand = legs.some((leg) => !fails(leg, sight));
      if (said === false && otherwise === 'contrary' && !mayStand) {
        return contrary(`${outcome}须${title}，记录显示并非如此`, more);
      }
      return notAssessable(`${outcome}须${title}，记录未能显示`, {
        ...more,
        missing: [title],
        inDraft: 'refuse',
      });
    },
  };
}

/** 当改则改、能改不发: a remand for unclear facts that this instance could find itself. */
const avoidableRemand: Rule<Sight> = {
  code: 'avoidable-remand',
  title: '事实能在本审级查清的，一般不发回重审',
  law: [],
  check: (sight) => {
    const { part, forum } = sight;
    const legs = legsOf(sight).filter(({ ground }) => ground.kind === 'factsUnclear');
    // On the review of a death sentence the reviewing court must remand; it does not find the facts itself.
    const choice = legs.filter(({ permit }) => permit.modality !== 'must');
    if (part.outcome !== 'remand' || choice.length === 0) return undefined;
    const law = lawOf(
      choice.map(({ ground }) => ground),
      forum,
    );
    if (part.findableHere === true) return avoidable(sight, law);
    if (!isBlank(part.whyNotFindable)) return justified('已载明事实不能在本审级查清的原因', { law });
    return notAssessable('以事实不清发回，须说明为何不能在本审级查清', {
      law,
      field: partField(sight, 'whyNotFindable'),
      missing: ['事实不能在本审级查清的原因'],
      inDraft: 'refuse',
    });
  },
};

function avoidable(sight: Sight, law: ReturnType<typeof lawOf>): Ruling {
  const field = partField(sight, 'whyRemandedAnyway');
  if (isBlank(sight.part.whyRemandedAnyway)) {
    return notAssessable('事实能在本审级查清而仍发回，须由合议庭书面说明理由', {
      law,
      field,
      missing: ['能够查清而仍发回重审的书面理由'],
      inDraft: 'refuse',
    });
  }
  return notAssessable('事实能在本审级查清而仍发回，合议庭已书面说明理由，是否确有必要须经程序研究', {
    law,
    field,
    inDraft: 'procedure',
  });
}

function statesReasons({ decision, part }: Sight): Ruling {
  const outcome = outcomes[part.outcome];
  if (!isBlank(decision.reasons)) return justified(`裁定书已阐明${outcome}的具体理由`, { field: 'reasons' });
  if (decision.reasons !== undefined) {
    return contrary(`裁定书没有阐明${outcome}的具体理由`, {
      field: 'reasons',
      missing: [`${outcome}的具体理由`],
    });
  }
  return notAssessable(`不能确认裁定书是否阐明${outcome}的具体理由`, {
    field: 'reasons',
    missing: [`裁定书所载${outcome}的具体理由`],
    inDraft: 'refuse',
  });
}

const retrialReasons: Rule<Sight> = {
  code: 'retrial-reasons-stated',
  title: '指令再审、再审发回重审的裁定书阐明具体理由',
  law: civilRetrialProvisions('6'),
  check: (sight) => {
    const { part, decision } = sight;
    const isRetrialRemand = part.outcome === 'remand' && decision.stage !== 'secondInstance';
    return isRetrialRemand || part.outcome === 'orderedRetrial' ? statesReasons(sight) : undefined;
  },
};

const remandReasons: Rule<Sight> = {
  code: 'remand-reasons-stated',
  title: '第二审发回重审的裁定书详细阐明理由及法律依据',
  law: courtRelationsOpinions('6'),
  check: (sight) =>
    sight.part.outcome === 'remand' && sight.decision.stage === 'secondInstance'
      ? statesReasons(sight)
      : undefined,
};

/** 第（三）、（四）项只及于原判决；对裁定的上诉，指令立案或者指令审理，不发回重审。 */
const remandOfJudgmentOnly: Rule<Sight> = {
  code: 'remand-of-judgment-only',
  title: '民事、行政第二审发回重审以原判决为限，对裁定的上诉不适用',
  law: [
    ...civilLaw({ 1991: '153.1', 2012: '170.1', 2021: '177.1' }),
    ...civilInterpretation({ 1992: '187', 2015: '332', 2022: '330' }),
    ...administrativeLaw({ 2014: '89.1' }),
    ...administrativeInterpretation({ 2018: '109.1' }),
  ],
  check: ({ decision, part }) => {
    if (part.outcome !== 'remand' || decision.stage !== 'secondInstance') return undefined;
    if (decision.appealAgainst === 'judgment') return justified('上诉针对判决', { field: 'appealAgainst' });
    if (decision.appealAgainst === 'ruling') {
      return contrary(
        '对裁定的上诉不得发回重审；不予受理（立案）、驳回起诉裁定错误的，指令立案或者指令审理',
        {
          field: 'appealAgainst',
        },
      );
    }
    return notAssessable('不能确认上诉针对判决还是裁定', {
      field: 'appealAgainst',
      missing: ['上诉所针对的第一审文书是判决还是裁定'],
      inDraft: 'refuse',
    });
  },
};

/** 认定事实错误的，不得以基本事实不清为由发回。 */
const wrongFactsAsUnclear: Rule<Sight> = {
  code: 'wrong-facts-remanded-as-unclear',
  title: '再审中认定事实错误的，不得以基本事实不清为由发回重审',
  law: civilRetrialProvisions('4'),
  check: (sight) => {
    const { part, decision, stated } = sight;
    if (part.outcome !== 'remand' || decision.stage !== 'retrialBySecondInstance') return undefined;
    const legs = legsOf(sight);
    const onFactsAlone = legs.length > 0 && legs.every(({ ground }) => ground.kind === 'factsUnclear');
    if (!onFactsAlone || !stated.certain.some(({ kind }) => kind === 'wrongFacts')) return undefined;
    return contrary('原判决认定事实错误，不得以基本事实不清为由裁定发回重审', {
      field: partField(sight, 'grounds'),
    });
  },
};

/** 第一百七十七条第一款第（四）项直接规定发回，解释第三百二十五条先行调解：只提示，不退回。 */
const omittedPartyMediation: Rule<Sight> = {
  code: 'omitted-party-mediation',
  title: '以遗漏当事人发回的，核对是否先行调解',
  law: civilInterpretation({ 1992: '183', 2015: '327', 2022: '325' }),
  check: (sight) => {
    const { part, stated } = sight;
    if (part.outcome !== 'remand' || !stated.certain.some(({ code }) => code === 'civil-omitted-party'))
      return undefined;
    const field = partField(sight, 'mediation');
    if (part.mediation !== undefined && part.mediation !== 'notOffered') {
      return justified('发回前已提出调解', { field });
    }
    return notAssessable(
      '遗漏的是必须参加诉讼的当事人或者有独立请求权的第三人时，可以先行调解，调解不成再发回',
      {
        field,
        missing: ['是否已提出调解'],
      },
    );
  },
};

const administrativeActRuledOn: Rule<Sight> = {
  code: 'administrative-act-ruled-on',
  title: '改变原审行政判决的，同时对被诉行政行为作出判决',
  law: [
    ...administrativeLaw({ 2014: '89.3' }),
    ...administrativeInterpretation({ 2000: '70', 2018: undefined }),
  ],
  check: (sight) => {
    const { part, decision } = sight;
    const changesJudgment = part.outcome === 'substitutedJudgment' && decision.appealAgainst !== 'ruling';
    if (!changesJudgment || decision.stage !== 'secondInstance') return undefined;
    const field = partField(sight, 'ruledOnAdministrativeAct');
    if (part.ruledOnAdministrativeAct === true) return justified('已同时对被诉行政行为作出判决', { field });
    if (part.ruledOnAdministrativeAct === false)
      return contrary('改变原审判决，未同时对被诉行政行为作出判决', { field });
    return notAssessable('不能确认是否同时对被诉行政行为作出判决', {
      field,
      missing: ['对被诉行政行为的判决'],
      inDraft: 'refuse',
    });
  },
};

const demandCodes: readonly DemandCode[] = [
  'unclear-facts-listed',
  'facts-clarified',
  'mediation-failed',
  'parties-agreed',
  'action-meets-conditions',
  'separable-from-others',
  'compensation-part-only',
  'basic-facts-never-tried',
];

export const recordRules: readonly Rule<Sight>[] = [
  ...demandCodes.map(demandRule),
  avoidableRemand,
  retrialReasons,
  remandReasons,
  remandOfJudgmentOnly,
  wrongFactsAsUnclear,
  omittedPartyMediation,
  administrativeActRuledOn,
];
