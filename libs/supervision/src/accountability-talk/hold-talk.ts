import { daysAfter } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Message, type Refusal } from '@liuhen/kernel';
import { talkClause, type TalkRules } from '../matter-rules/accountability-talk-clause';
import { advance } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { refuseItems, textsOfItems, type GivenItem } from '../matter-rules/rectification';
import { screenedWords } from '../matter-rules/screening';
import { STEPS } from '../matter-rules/steps';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { HeldTalk, TalkParty } from './accountability-talk.events';
import { refuse } from './accountability-talk.refusals';
import { earliestDay } from './plan-talk';
import { binding } from './sign-record';
import type { Talk } from './talk';
import { talkPartyOf, type GivenParty } from './talk-party';

/** Who was there, as they are on the day for which it was planned: on another day it is rescheduled first. */
export type HoldTalkCommand = Message<
  'HoldTalk',
  Omit<HeldTalk, keyof MatterStep | keyof TalkParty | 'heldOn' | 'screened'> & GivenParty
>;

/** 谈话, with its record and what was promised in it. */
export function holdTalk(
  given: HoldTalkCommand['data'],
  matter: Matter,
  talk: Talk,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'talk');
  if (isRefusal(owed)) return owed;
  if (talk.status !== 'planned') return refuse('talk-not-planned');
  const rules = specificRuleOf(talkClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const { heldOn } = talk;
  if (court.on < heldOn) return refuse('talk-day-not-come');
  if (heldOn < earliestDay(matter, court, rules)) return refuse('talk-notice-too-short');
  const party = talkPartyOf({ ...court, on: heldOn }, matter, given, rules);
  if (isRefusal(party)) return party;
  const { commitments, summary, screenedReason } = given;
  const refusal = refuseCommitments(commitments, heldOn, matter, court, rules);
  if (refusal) return refusal;
  const texts = [{ field: 'summary', text: summary }, ...textsOfItems(commitments, 'commitments')];
  const words = screenedWords(texts, court.rules.common.screening, screenedReason);
  if (isRefusal(words)) return words;
  const charges = advance(court, matter, 'talk');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, heldOn, ...party, ...words };
  const held = step({ type: 'TalkHeld', data }, court, court.rules.instrument.terms.basis, rules.basis);
  const isToBeSigned = charges.some(({ kind }) => kind === STEPS.talkSignature.kind);
  return isToBeSigned ? [held] : binding(held, commitments, matter, court);
}

function refuseCommitments(
  commitments: readonly GivenItem[],
  heldOn: CalendarDate,
  matter: Matter,
  court: MatterCourt,
  { mostCommitmentDays }: TalkRules,
): Refusal | undefined {
  const refusal = refuseItems(court, matter, commitments, 'commitments');
  if (refusal) return refusal;
  const last = daysAfter(heldOn, mostCommitmentDays);
  const late = commitments.findIndex(({ due }) => due > last);
  return late === -1 ? undefined : refuse('talk-commitment-too-late', `commitments[${String(late)}].due`);
}
