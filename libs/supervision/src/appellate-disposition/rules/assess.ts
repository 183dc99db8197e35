import { governingLaw, isUnread, renderLaw } from '../../law/citation';
import type { AppellateDecision, DispositionPart, EarlierDisposition } from './decision';
import { applyRules, assessment, notAssessable } from '../../law/finding';
import type { Assessment, Finding, Rule } from '../../law/finding';
import { groundRules } from './ground-rules';
import { onceOnlyRules } from './once-only-rules';
import { orderedRetrialRules } from './ordered-retrial-rules';
import { penaltyRules } from './penalty-rules';
import { recordRules } from './record-rules';
import { statedGrounds } from './sight';
import type { Sight } from './sight';
import { procedures } from '../../law/vocabulary';

/** Judged of each part. */
export const partRules: readonly Rule<Sight>[] = [
  ...groundRules,
  ...recordRules,
  ...onceOnlyRules,
  ...orderedRetrialRules,
  ...penaltyRules,
];

interface Whole {
  readonly decision: AppellateDecision;
  readonly day: string | undefined;
  readonly familyComplete: boolean;
}

const lawInForce: Rule<Whole> = {
  code: 'law-in-force',
  title: '以裁判日有效的法律评判',
  law: [],
  check: ({ decision: { procedure }, day }) => {
    if (day === undefined) {
      return notAssessable('裁判日期不明，不能确定适用的法律', {
        field: 'decidedOn',
        missing: ['裁判日期'],
        inDraft: 'refuse',
      });
    }
    const law = governingLaw({ day, procedure });
    if (law === undefined) {
      return notAssessable(`${day}在已收录的${procedures[procedure]}诉讼法施行以前`, {
        field: 'decidedOn',
        missing: ['裁判日有效的法律'],
        inDraft: 'refuse',
      });
    }
    if (!isUnread(law)) return undefined;
    return notAssessable(`裁判日有效的${renderLaw([law])}，结论须人工核对`, {
      law: [law],
      missing: ['核对裁判日有效法律的原文'],
      inDraft: 'refuse',
    });
  },
};

/** An incomplete family is never lawful: an earlier remand or retrial may be among what is missing. */
const familyKnown: Rule<Whole> = {
  code: 'family-complete',
  title: '同一案件的此前处理齐备',
  law: [],
  check: ({ familyComplete }) =>
    familyComplete
      ? undefined
      : notAssessable('同一案件的此前处理不齐，不能确认是否曾发回重审或者再审', {
          missing: ['同一案件此前各审级的案号和处理结果'],
        }),
};

const somethingDecided: Rule<Whole> = {
  code: 'disposition-stated',
  title: '载明处理结果',
  law: [],
  check: ({ decision }) =>
    decision.parts.length > 0
      ? undefined
      : notAssessable('没有载明处理结果', { field: 'parts', missing: ['处理结果'], inDraft: 'refuse' }),
};

export const wholeRules: readonly Rule<Whole>[] = [lawInForce, familyKnown, somethingDecided];

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const dayOf = (text: string | undefined): string | undefined =>
  text !== undefined && DAY.test(text) ? text : undefined;

/**
 * Assesses a decision by the law in force on its day. The same findings refuse a draft and flag a fact.
 *
 * Silence is never a violation: what the record does not say leads to `notAssessable`, with what is missing. An
 * incomplete family is never `justified`. Never throws, and reads nothing but its arguments.
 */
export function assess(
  decision: AppellateDecision,
  earlier: readonly EarlierDisposition[],
  familyComplete: boolean,
): Assessment {
  const { procedure, stage } = decision;
  const day = dayOf(decision.decidedOn);
  const whole = applyRules(
    wholeRules,
    { decision, day, familyComplete },
    { day: day ?? '', procedure, stage },
  );
  if (day === undefined) return assessment(whole);
  const forum = { day, procedure, stage };
  const ofPart = (part: DispositionPart, index: number): readonly Finding[] => {
    const stated = statedGrounds(part, forum);
    return applyRules(
      partRules,
      { decision, part, index, forum, stated, earlier, familyComplete },
      forum,
      index,
    );
  };
  return assessment([...whole, ...decision.parts.flatMap(ofPart)]);
}
