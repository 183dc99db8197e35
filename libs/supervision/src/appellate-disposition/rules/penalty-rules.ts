import { criminalInterpretation, criminalLaw } from '../../law/citation';
import { earlierRemands, named } from './family';
import { contrary, justified, notAssessable } from '../../law/finding';
import type { Rule, Ruling } from '../../law/finding';
import { partField } from './sight';
import type { Sight } from './sight';
import type { Stage } from '../../law/vocabulary';

const isChangeAt = ({ part, decision }: Sight, ...stages: readonly Stage[]): boolean =>
  part.outcome === 'substitutedJudgment' && stages.includes(decision.stage);

/** Whether a protest or a private prosecutor's appeal lifts the bar for this part. */
function isProtested({ part, decision }: Sight): boolean | undefined {
  if (part.protested !== undefined) return part.protested;
  const { appealedBy } = decision;
  if (appealedBy === undefined) return undefined;
  // One is there; whether it is directed at this defendant is for the part to say.
  return appealedBy.some((side) => side === 'procuratorate' || side === 'privateProsecutor')
    ? undefined
    : false;
}

const asksComparison = (sight: Sight): Ruling =>
  notAssessable('不能确认改判后的刑罚是否重于原判', {
    field: partField(sight, 'penaltyChange'),
    missing: ['改判后的刑罚与原判刑罚的轻重比较'],
    inDraft: 'refuse',
  });

/** 上诉不加刑 */
const noHeavierPenalty: Rule<Sight> = {
  code: 'no-heavier-penalty',
  title: '上诉不加刑：只有被告人一方上诉的，第二审不得加重刑罚',
  law: [
    ...criminalLaw({ 1996: '190', 2012: '226', 2018: '237' }),
    ...criminalInterpretation({ 2012: '325', 2021: '401' }),
    ...criminalInterpretation({ 2012: '326', 2021: '402' }),
  ],
  check: (sight) => {
    if (!isChangeAt(sight, 'secondInstance')) return undefined;
    const field = partField(sight, 'penaltyChange');
    const protested = isProtested(sight);
    if (protested === true)
      return justified('对该部分有抗诉或者自诉人上诉，不受不得加重刑罚的限制', { field });
    const { penaltyChange } = sight.part;
    if (penaltyChange === undefined) return asksComparison(sight);
    if (penaltyChange !== 'heavier') return justified('没有加重刑罚', { field });
    if (protested === false)
      return contrary('没有针对该部分的抗诉或者自诉人上诉，第二审不得加重刑罚', { field });
    return notAssessable('第二审加重刑罚，不能确认对该部分有无抗诉或者自诉人上诉', {
      field: partField(sight, 'protested'),
      missing: ['针对该部分的抗诉或者自诉人上诉'],
      inDraft: 'refuse',
    });
  },
};

const noHeavierThanFirst: Rule<Sight> = {
  code: 'no-heavier-than-first-sentence',
  title: '仅因上诉发回重审后抗诉的，第二审不得改判为重于第一次判处的刑罚',
  law: criminalInterpretation({ 2021: '403.2' }),
  check: (sight) => {
    if (!isChangeAt(sight, 'secondInstance') || isProtested(sight) === false) return undefined;
    const before = earlierRemands(sight, 'secondInstance').filter(({ protested }) => protested !== true);
    if (before.length === 0) return undefined;
    const field = partField(sight, 'heavierThanFirstSentence');
    const { heavierThanFirstSentence: heavier } = sight.part;
    if (heavier === false) return justified('不重于原审人民法院第一次判处的刑罚', { field });
    const unprotested = before.filter(({ protested }) => protested === false);
    if (heavier === true && unprotested.length > 0) {
      return contrary(`${unprotested.map(named).join('、')}仅因上诉发回，改判不得重于第一次判处的刑罚`, {
        field,
      });
    }
    return notAssessable('不能确认改判是否受第一次判处刑罚的限制', {
      field,
      missing: ['发回前有无抗诉', '改判后的刑罚与第一次判处刑罚的轻重比较'],
      inDraft: 'refuse',
    });
  },
};

const retrialHeavier: Rule<Sight> = {
  code: 'retrial-heavier-penalty',
  title: '除抗诉的以外，再审一般不得加重原审被告人的刑罚',
  law: criminalInterpretation({ 2012: '386', 2021: '469' }),
  check: (sight) => {
    if (!isChangeAt(sight, 'retrialBySecondInstance', 'retrialByFirstInstance')) return undefined;
    const { penaltyChange, outsideRetrialScope } = sight.part;
    const field = partField(sight, 'penaltyChange');
    if (penaltyChange === 'lighter' || penaltyChange === 'same') return justified('没有加重刑罚', { field });
    if (penaltyChange === 'heavier' && outsideRetrialScope === true) {
      return contrary('再审决定书或者抗诉书不针对该同案原审被告人，不得加重其刑罚', { field });
    }
    if (sight.decision.retrialOrigin === 'protest' && outsideRetrialScope === false) {
      return justified('因抗诉再审，且针对该原审被告人', { field });
    }
    if (penaltyChange === undefined) return asksComparison(sight);
    return notAssessable('再审加重刑罚：除抗诉的以外一般不得加重，且须针对该原审被告人', {
      field,
      missing: ['再审由抗诉启动，或者确需加重的理由', '再审决定书或者抗诉书针对该原审被告人'],
      inDraft: 'refuse',
    });
  },
};

const suspendedDeathHeavier: Rule<Sight> = {
  code: 'suspended-death-heavier-penalty',
  title: '复核死刑缓期执行案件，不得加重被告人的刑罚',
  law: criminalInterpretation({ 2012: '349.2', 2021: '428.2' }),
  check: (sight) => {
    if (!isChangeAt(sight, 'suspendedDeathReview')) return undefined;
    const field = partField(sight, 'penaltyChange');
    if (sight.part.penaltyChange === undefined) return asksComparison(sight);
    return sight.part.penaltyChange === 'heavier'
      ? contrary('复核死刑缓期执行案件，不得加重被告人的刑罚', { field })
      : justified('没有加重刑罚', { field });
  },
};

export const penaltyRules: readonly Rule<Sight>[] = [
  noHeavierPenalty,
  noHeavierThanFirst,
  retrialHeavier,
  suspendedDeathHeavier,
];
