import { daysAfter } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { talkClause, type TalkRules } from '../matter-rules/accountability-talk-clause';
import { advance } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { isAimedAt, owedStep } from '../matter-rules/owed';
import { screenedWords, type ScreenedText } from '../matter-rules/screening';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { PlannedTalk, RescheduledTalk, TalkParty } from './accountability-talk.events';
import { refuse } from './accountability-talk.refusals';
import type { Talk } from './talk';
import { talkPartyOf, type GivenParty } from './talk-party';

export type PlanTalkCommand = Message<
  'PlanTalk',
  Omit<PlannedTalk, keyof MatterStep | keyof TalkParty | 'screened'> & GivenParty
>;
export type RescheduleTalkCommand = Message<'RescheduleTalk', Omit<RescheduledTalk, keyof MatterStep>>;

/** 拟订约谈方案. */
export function planTalk(given: PlanTalkCommand['data'], matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'talkPlan');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(talkClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const refusal = refuseDay(given.heldOn, matter, court, rules);
  if (refusal) return refusal;
  const party = talkPartyOf({ ...court, on: given.heldOn }, matter, given, rules);
  if (isRefusal(party)) return party;
  const words = screenedWords(textsOf(given), court.rules.common.screening, given.screenedReason);
  if (isRefusal(words)) return words;
  const charges = advance(court, matter, 'talkPlan');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, ...party, ...words };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'TalkPlanned', data }, court, steps.basis, terms.basis, rules.basis)];
}

/** What is asked of those who are talked with. */
const textsOf = ({ subject, materials }: PlanTalkCommand['data']): readonly ScreenedText[] => [
  { field: 'subject', text: subject },
  ...materials.map((text, place) => ({ field: `materials[${String(place)}]`, text })),
];

/** 改期: before it is held, with a reason. The day by which the talk is owed stays. */
export function rescheduleTalk(
  given: RescheduleTalkCommand['data'],
  matter: Matter,
  talk: Talk,
  court: MatterCourt,
): MatterDecision {
  if (isAimedAt(matter, court.act.actor)) return refuse('matter-aimed-at-you');
  if (!mayAnswerFor(court, matter.issuer)) return refuse('matter-not-issuing-side');
  if (talk.status !== 'planned')
    return refuse(talk.status === 'held' ? 'talk-already-held' : 'talk-not-planned');
  const rules = specificRuleOf(talkClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const refusal = refuseDay(given.heldOn, matter, court, rules);
  if (refusal) return refusal;
  return [step({ type: 'TalkRescheduled', data: { ...given, ...fulfilling(matter) } }, court, rules.basis)];
}

function refuseDay(
  heldOn: CalendarDate,
  matter: Matter,
  court: MatterCourt,
  rules: TalkRules,
): Refusal | undefined {
  if (heldOn < court.on) return refuse('talk-day-past', 'heldOn');
  return heldOn < earliestDay(matter, court, rules) ? refuse('talk-notice-too-short', 'heldOn') : undefined;
}

/** 提前通知: the first day on which the talk may be, of a notice that was issued or, at the earliest, is today. */
export const earliestDay = (
  { issuedOn }: Pick<Matter, 'issuedOn'>,
  { on }: Pick<MatterCourt, 'on'>,
  { noticeDays }: TalkRules,
): CalendarDate => daysAfter(issuedOn ?? on, noticeDays);
