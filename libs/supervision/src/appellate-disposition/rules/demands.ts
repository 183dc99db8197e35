import {
  administrativeInterpretation,
  civilInterpretation,
  civilRetrialProvisions,
} from '../../law/citation';
import type { Citation } from '../../law/citation';
import { isBlank } from './decision';
import type { DispositionPart } from './decision';

/** What the record must show before a ground carries an outcome. */
export interface Demand {
  readonly title: string;
  /** Provisions beyond the ground's own; where given, the demand holds only while one of them is in force. */
  readonly law: readonly Citation[];
  readonly field: keyof DispositionPart;
  /** `undefined`: the record does not say. */
  readonly shown: (part: DispositionPart) => boolean | undefined;
  /** Whether the law refuses the outcome when the contrary is on record, or the record is merely incomplete. */
  readonly otherwise: 'contrary' | 'notAssessable';
}

/** 处理条件 */
export const demands = {
  'unclear-facts-listed': {
    title: '逐项列明不清的基本事实',
    law: [],
    field: 'unclearFacts',
    shown: ({ unclearFacts }) => unclearFacts?.some((fact) => !isBlank(fact)),
    otherwise: 'notAssessable',
  },
  'facts-clarified': {
    title: '改判前事实已经查清',
    law: [],
    field: 'factsClarified',
    shown: ({ factsClarified }) => factsClarified,
    otherwise: 'contrary',
  },
  'mediation-failed': {
    title: '已提出调解而调解不成（当事人拒绝视为调解不成）',
    law: [],
    field: 'mediation',
    shown: ({ mediation }) => mediation && mediation !== 'notOffered',
    otherwise: 'contrary',
  },
  'parties-agreed': {
    title: '双方当事人同意由第二审人民法院一并审理',
    law: civilInterpretation({ 2015: '329.2', 2022: '327.2' }),
    field: 'partiesAgreed',
    shown: ({ partiesAgreed }) => partiesAgreed,
    otherwise: 'contrary',
  },
  'action-meets-conditions': {
    title: '当事人的起诉符合起诉条件',
    law: administrativeInterpretation({ 2000: '68', 2018: '109.1' }),
    field: 'actionMeetsConditions',
    shown: ({ actionMeetsConditions }) => actionMeetsConditions,
    otherwise: 'contrary',
  },
  'separable-from-others': {
    title: '有关犯罪与其他同案被告人没有关联',
    law: [],
    field: 'separableFromOthers',
    shown: ({ separableFromOthers }) => separableFromOthers,
    otherwise: 'contrary',
  },
  'compensation-part-only': {
    title: '仅就行政赔偿部分发回重审',
    law: [],
    field: 'remandScope',
    shown: ({ remandScope }) => remandScope && remandScope === 'compensationOnly',
    otherwise: 'contrary',
  },
  'basic-facts-never-tried': {
    title: '原审人民法院未对基本事实进行过审理',
    law: civilRetrialProvisions('4'),
    field: 'basicFactsTriedBelow',
    shown: ({ basicFactsTriedBelow }) =>
      basicFactsTriedBelow === undefined ? undefined : !basicFactsTriedBelow,
    otherwise: 'contrary',
  },
} as const satisfies Readonly<Record<string, Demand>>;

export type DemandCode = keyof typeof demands;
