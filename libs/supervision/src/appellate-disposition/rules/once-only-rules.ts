import {
  across,
  administrativeLaw,
  civilLaw,
  courtRelationsOpinions,
  criminalInterpretation,
  criminalLaw,
  lawOfTheDay,
} from '../../law/citation';
import type { Citation } from '../../law/citation';
import { earlierRemands, named, restedOn } from './family';
import type { EarlierDisposition } from './decision';
import { contrary, justified, notAssessable } from '../../law/finding';
import type { Rule, Ruling } from '../../law/finding';
import { groundsInForce } from './rule-table';
import { isSettled, lawOf, legsOf, partField, possibleGrounds } from './sight';
import type { Sight } from './sight';

const list = (earlier: readonly EarlierDisposition[]): string => earlier.map(named).join('、');

const isRemandAt = ({ part, decision }: Sight, stage: Sight['decision']['stage']): boolean =>
  part.outcome === 'remand' && decision.stage === stage;

const judgmentOrRuling: Pick<Ruling, 'field' | 'missing' | 'inDraft'> = {
  field: 'appealAgainst',
  missing: ['重审后作出的是判决还是裁定'],
  inDraft: 'refuse',
};

/** 民事、行政: after a new trial that ended in a judgment, no ground leads to a second remand. */
const onceOnly = (code: string, title: string, law: readonly Citation[]): Rule<Sight> => ({
  code,
  title,
  law,
  check: (sight) => {
    if (!isRemandAt(sight, 'secondInstance')) return undefined;
    const before = earlierRemands(sight, 'secondInstance');
    if (before.length === 0) {
      return sight.familyComplete ? justified('此前未经第二审发回重审') : undefined;
    }
    switch (sight.decision.appealAgainst) {
      case 'judgment':
        return contrary(`本案已由${list(before)}发回重审并重新判决，不论何种理由，不得再次发回重审`, {
          field: partField(sight, 'outcome'),
        });
      case 'ruling':
        return undefined;
      case undefined:
        return notAssessable(
          `本案已由${list(before)}发回重审；重审作出判决的，不得再次发回重审`,
          judgmentOrRuling,
        );
    }
  },
});

const secondRemandCivil = onceOnly(
  'second-remand-civil',
  '民事案件第二审不得再次发回重审',
  civilLaw({ 2012: '170.2', 2021: '177.2' }),
);

const secondRemandAdministrative = onceOnly(
  'second-remand-administrative',
  '行政案件第二审不得再次发回重审',
  administrativeLaw({ 2014: '89.2' }),
);

/** The grounds of that day for which a criminal case may be remanded again: a breach in the new trial itself. */
const breachLaw = (sight: Sight): readonly Citation[] =>
  lawOf(
    groundsInForce(sight.forum).filter(({ kind }) => kind === 'breach' || kind === 'newTrialBreach'),
    sight.forum,
  );

/** Whether the part rests on a breach in the new trial; `undefined` where that is open. */
function restsOnNewBreach(sight: Sight): boolean | undefined {
  const kinds = legsOf(sight).map(({ ground }) => ground.kind);
  if (kinds.includes('newTrialBreach')) return true;
  if (kinds.includes('breach')) return sight.part.breachInNewTrial;
  return isSettled(sight.stated) ? false : undefined;
}

const onlyNewBreach = (sight: Sight, before: string, law: readonly Citation[]): Ruling | undefined => {
  const all = [...law, ...breachLaw(sight)];
  switch (restsOnNewBreach(sight)) {
    case true:
      return justified(`${before}；再次发回系因重审程序违法，为法律所许可`, { law: all });
    case false:
      return contrary(`${before}；再次发回并非因重审程序违法，不得再发回重新审判`, {
        law: all,
        field: partField(sight, 'outcome'),
      });
    case undefined:
      return notAssessable(`${before}；仅在重审程序有法定违法情形时才可再次发回`, {
        law: all,
        field: partField(sight, 'breachInNewTrial'),
        missing: [
          '重审过程中违反公开审判、回避、当事人诉讼权利、审判组织等规定，或者未另行组成合议庭的具体情形',
        ],
        inDraft: 'refuse',
      });
  }
};

/** 刑事: what the earlier remands rested on decides. */
function afterCriminalRemand(
  sight: Sight,
  before: readonly EarlierDisposition[],
  law: readonly Citation[],
): Ruling | undefined {
  const facts = before.map((e) => restedOn(e, 'factsUnclear', sight));
  if (facts.every((fact) => fact === false))
    return justified(`此前${list(before)}并非以事实不清、证据不足发回`);
  const known = facts.includes(true);
  const ruling = onlyNewBreach(
    sight,
    `此前${list(before)}${known ? '' : '可能'}以事实不清、证据不足发回重新审判`,
    law,
  );
  if (ruling?.finding !== 'contrary') return ruling;
  if (!known) {
    return notAssessable(ruling.message, { law, missing: [`${list(before)}发回重新审判的理由`] });
  }
  if (sight.decision.appealAgainst !== 'judgment') {
    return notAssessable(`${ruling.message}；对裁定的上诉、抗诉只参照此规定`, { law, ...judgmentOrRuling });
  }
  return ruling;
}

const secondRemandCriminal: Rule<Sight> = {
  code: 'second-remand-criminal',
  title: '刑事案件以事实不清、证据不足发回后，除重审程序违法外不得再发回',
  law: [
    ...criminalLaw({ 2012: '225.2', 2018: '236.2' }),
    ...criminalInterpretation({ 2012: '328', 2021: '405' }),
    ...criminalInterpretation({ 2012: '329', 2021: '406' }),
  ],
  check: (sight, law) => {
    if (!isRemandAt(sight, 'secondInstance')) return undefined;
    const before = earlierRemands(sight, 'secondInstance');
    if (before.length > 0) return afterCriminalRemand(sight, before, law);
    return sight.familyComplete ? justified('此前未经第二审发回重新审判') : undefined;
  },
};

const secondRemandConfiscation: Rule<Sight> = {
  code: 'second-remand-confiscation',
  title: '没收违法所得案件除重审程序违法外不得再发回',
  law: criminalInterpretation({ 2021: '623.2' }),
  check: (sight, law) => {
    if (!isRemandAt(sight, 'confiscationSecondInstance')) return undefined;
    const before = earlierRemands(sight, 'confiscationSecondInstance');
    if (before.length > 0) return onlyNewBreach(sight, `此前${list(before)}已发回重新审判`, law);
    return sight.familyComplete ? justified('此前未发回重新审判') : undefined;
  },
};

const deathRemandReply = across('deathRemandReply', { 2016: '' });
const reviewRemands = (sight: Sight) => earlierRemands(sight, 'deathPenaltyReview');
const isPassedDown = (sight: Sight): boolean => reviewRemands(sight).at(-1)?.remandedTo === 'secondInstance';

const afterDeathReview: Rule<Sight> = {
  code: 'second-remand-after-death-review',
  title: '最高人民法院不核准死刑发回后，第一审仍判处死刑、死缓的，除重审程序违法外不得再发回',
  law: [...deathRemandReply, ...criminalInterpretation({ 2021: '433' })],
  check: (sight, law) => {
    const { part, decision } = sight;
    const before = reviewRemands(sight);
    const atHighCourt = isRemandAt(sight, 'deathPenaltyReview') && decision.courtLevel !== 'supreme';
    if ((!atHighCourt && !isRemandAt(sight, 'secondInstance')) || before.length === 0) return undefined;
    if (atHighCourt && decision.courtLevel === undefined) {
      return notAssessable('不能确认复核的是最高人民法院还是高级人民法院', {
        field: 'courtLevel',
        missing: ['复核法院的级别'],
        inDraft: 'refuse',
      });
    }
    const wasRetried = earlierRemands(sight, 'secondInstance').length > 0;
    if ((isPassedDown(sight) && !wasRetried) || part.firstInstanceSentence === 'other') return undefined;
    if (part.firstInstanceSentence === undefined) {
      return notAssessable(
        `此前${list(before)}不核准死刑发回；第一审仍判处死刑、死刑缓期执行的，不得再发回`,
        {
          field: partField(sight, 'firstInstanceSentence'),
          missing: ['第一审重新判处的刑罚'],
          inDraft: 'refuse',
        },
      );
    }
    return onlyNewBreach(sight, `此前${list(before)}不核准死刑发回重新审判`, law);
  },
};

/** 一般不得: the second court, to which the case was sent, passes it on to the first. */
const deathRemandPassedDown: Rule<Sight> = {
  code: 'death-remand-passed-down',
  title: '最高人民法院发回第二审人民法院重新审判的死刑案件，一般不得发回第一审',
  law: [...deathRemandReply, ...criminalInterpretation({ 2021: '430.2' })],
  check: (sight) => {
    if (!isRemandAt(sight, 'secondInstance') || !isPassedDown(sight)) return undefined;
    const reasoned = !!sight.decision.reasons?.trim();
    return notAssessable('案件系最高人民法院发回第二审人民法院重新审判，一般不得发回第一审人民法院', {
      field: 'reasons',
      ...(reasoned ? {} : { missing: ['确需发回第一审人民法院的特殊情况'] }),
      inDraft: reasoned ? 'procedure' : 'refuse',
    });
  },
};

const retrialStages = ['retrialBySecondInstance', 'retrialByFirstInstance'] as const;

/** 法律只就第二审规定“不得再次发回”；再审中的发回是否计入，条文未定。 */
const acrossStages: Rule<Sight> = {
  code: 'once-only-across-stages',
  title: '第二审发回与再审发回是否合并计算次数，须人工确认',
  law: [
    ...civilLaw({ 2012: '170.2', 2021: '177.2' }),
    ...criminalLaw({ 2012: '225.2', 2018: '236.2' }),
    ...administrativeLaw({ 2014: '89.2' }),
  ],
  check: (sight) => {
    const atAppeal = isRemandAt(sight, 'secondInstance');
    if (!atAppeal && !retrialStages.some((stage) => isRemandAt(sight, stage))) return undefined;
    const before = earlierRemands(
      sight,
      ...retrialStages,
      ...(atAppeal ? [] : (['secondInstance'] as const)),
    );
    const counted =
      sight.decision.procedure === 'criminal'
        ? before.filter((e) => restedOn(e, 'factsUnclear', sight) !== false)
        : before;
    if (counted.length === 0) return undefined;
    return notAssessable(
      `此前${list(counted)}已发回重审；不同程序阶段的发回是否合并计算，条文没有规定，须人工确认`,
      {
        field: partField(sight, 'outcome'),
        missing: ['人工确认此前的发回是否已用尽发回机会'],
      },
    );
  },
};

const statutoryBars: readonly Rule<Sight>[] = [
  secondRemandCivil,
  secondRemandAdministrative,
  secondRemandCriminal,
];

/** Before the statutes had their bar, only documents known from reprints limited a second remand on facts. */
const formerRemandLimits: Rule<Sight> = {
  code: 'second-remand-former-limits',
  title: '诉讼法规定次数限制以前，以事实不清再次发回的限制',
  law: [
    ...across('civilRemandProvisions', { 2002: '1' }),
    ...across('overdueDetentionNotice', { 2003: '' }),
    ...courtRelationsOpinions('7'),
  ],
  check: (sight) => {
    const barred = statutoryBars.some(({ law }) => lawOfTheDay(law, sight.forum).length > 0);
    if (barred || !isRemandAt(sight, 'secondInstance')) return undefined;
    const before = earlierRemands(sight, 'secondInstance');
    if (before.every((e) => restedOn(e, 'factsUnclear', sight) === false)) return undefined;
    const onOtherGrounds = !possibleGrounds(sight.stated).some(({ kind }) => kind === 'factsUnclear');
    if (isSettled(sight.stated) && onOtherGrounds) return undefined;
    return notAssessable(`此前${list(before)}已发回重审；当时对以事实不清再次发回另有限制，原文未核对`, {
      missing: ['核对当时的规定及两次发回的理由'],
    });
  },
};

export const onceOnlyRules: readonly Rule<Sight>[] = [
  ...statutoryBars,
  secondRemandConfiscation,
  afterDeathReview,
  deathRemandPassedDown,
  acrossStages,
  formerRemandLimits,
];
