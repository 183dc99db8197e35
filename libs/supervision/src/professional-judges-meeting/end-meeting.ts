import { type Decision, type DocumentReference, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { chargeWith, handlingJudgeOf, type HearingCourt } from '../court-rules/hearing-court';
import { triersOf } from '../court-rules/tried-case';
import {
  collegialPanelDutyProvisions,
  lawArticleOf,
  professionalJudgesMeetingOpinions,
} from '../law/citation';
import { faultOf, majorityOf, type Majority, type Speech } from '../law/discussion';
import { inner } from '../court-rules/inner';
import type { MeetingsOfCase } from './meetings';
import type {
  ConvenedMeeting,
  MeetingConclusion,
  MeetingId,
  ProfessionalJudgesMeetingEvent,
} from './professional-judges-meeting.events';
import { refuse } from './professional-judges-meeting.refusals';

export interface GivenConclusion {
  readonly meeting: MeetingId;
  readonly speeches: readonly Speech[];
  readonly summary: string;
  readonly minutes: DocumentReference;
}

export type ConcludeCommand = Message<'ConcludeMeeting', GivenConclusion>;
export type LapseCommand = Message<'LapseMeeting', { readonly duty: string }>;

type Decided = Decision<ProfessionalJudgesMeetingEvent>;

/** 讨论意见: follows from what the members said; nobody enters it, and it decides nothing. */
export function conclude(given: GivenConclusion, state: MeetingsOfCase, court: HearingCourt): Decided {
  const meeting = state.convened.get(given.meeting);
  if (!meeting) return refuse('meeting-not-open', 'meeting');
  const refusal = refuseRecord(given.speeches, meeting, state, court);
  if (refusal) return refusal;
  const { review, charge } = meeting;
  const opinions = given.speeches.filter(({ part }) => part === 'opinion');
  const majority = majorityOf(given.speeches, opinions.length);
  const data = {
    ...given,
    review,
    duty: charge.duty,
    conclusion: conclusionOf(majority),
    majorityView: majority?.view ?? null,
    reconsideration: review === null ? null : reconsideration(review, given.meeting, court),
  };
  return [inner({ type: 'MeetingConcluded', data }, court.act, FOR_REFERENCE)];
}

const FOR_REFERENCE = [...collegialPanelDutyProvisions('7.2'), ...professionalJudgesMeetingOpinions('8')].map(
  lawArticleOf,
);

function conclusionOf(majority: Majority | undefined): MeetingConclusion {
  if (!majority) return 'noMajority';
  return majority.stance === 'panel' ? 'supportsPanel' : 'otherView';
}

function reconsideration(review: string, meeting: MeetingId, court: HearingCourt) {
  const { reconsiderationWorkingDays } = court.rules.review.panelLimits;
  const judge = handlingJudgeOf(court);
  return chargeWith(
    court,
    'panelReconsideration',
    `${review}/after-meeting-${meeting}`,
    judge,
    reconsiderationWorkingDays,
  );
}

function refuseRecord(
  speeches: readonly Speech[],
  meeting: ConvenedMeeting,
  { tried, recused }: MeetingsOfCase,
  court: HearingCourt,
): Refusal | undefined {
  const { charge, chair, members, invited, heldOn } = meeting;
  if (!mayAnswerFor(court, charge.holder)) return refuse('not-meeting-chair');
  if (heldOn > court.on) return refuse('meeting-not-held-yet');
  const barred = [...recused, ...triersOf(tried)];
  const speakers = speeches.filter(({ part }) => part === 'opinion').map(({ speaker }) => speaker);
  if (speakers.some((speaker) => barred.includes(speaker)))
    return refuse('meeting-member-recused', 'speeches');
  const fault = faultOf(speeches, {
    judges: members,
    chair,
    reporters: triersOf(tried),
    invited: invited.map(({ person }) => person),
  });
  if (fault) return refuse(`meeting-${fault}`, 'speeches');
  return speakers.length < court.rules.meeting.members.min
    ? refuse('meeting-too-small', 'speeches')
    : undefined;
}

/** 逾期: outside a review nothing waits for it; within one, what follows is the review's to say. */
export function lapse(
  { duty }: LapseCommand['data'],
  state: MeetingsOfCase,
  { act, on }: HearingCourt,
): Decided {
  const meeting = [...state.convened.values()].find(({ charge }) => charge.duty === duty);
  if (!meeting) return refuse('meeting-not-open', 'duty');
  if (act.actor.party !== 'system') return refuse('meeting-lapse-by-system');
  if (meeting.review !== null) return refuse('meeting-lapses-with-review');
  const { due } = meeting.charge;
  if (due === null || on <= due) return refuse('meeting-not-lapsed');
  const data = { meeting: meeting.meeting, review: null, duty };
  return [inner({ type: 'MeetingLapsed', data }, act, [])];
}
