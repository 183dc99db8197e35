import { answeringFor, type LadderLevel } from '@liuhen/courts';
import {
  type Basis,
  type CalendarDate,
  type Decision,
  type DocumentReference,
  type DutyHolder,
  type DutyTerms,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { chargeWith, holderFor, leaderAt, postsHere, type HearingCourt } from '../court-rules/hearing-court';
import { triersOf } from '../court-rules/tried-case';
import {
  collegialPanelDutyProvisions,
  lawArticleOf,
  professionalJudgesMeetingOpinions,
} from '../law/citation';
import type { SeatedJudge } from '../law/judge-grades';
import { inner } from '../court-rules/inner';
import type { AwaitedMeeting, MeetingsOfCase } from './meetings';
import type {
  DeclineReason,
  InvitedPerson,
  MeetingGround,
  MeetingId,
  ProfessionalJudgesMeetingEvent,
} from './professional-judges-meeting.events';
import { refuse } from './professional-judges-meeting.refusals';

export type RequestCommand = Message<
  'RequestMeeting',
  { readonly grounds: readonly MeetingGround[]; readonly questions: readonly string[] }
>;

export interface GivenMeeting {
  /** Name of the duty to convene it. */
  readonly duty: string;
  readonly chair: string;
  readonly members: readonly SeatedJudge[];
  readonly invited: readonly InvitedPerson[];
  readonly materials: readonly DocumentReference[];
  readonly heldOn: CalendarDate;
}

export type ConveneCommand = Message<'ConveneMeeting', GivenMeeting>;

export type DeclineCommand = Message<
  'DeclineMeeting',
  { readonly duty: string; readonly reason: DeclineReason; readonly explanation: string }
>;

type Decided = Decision<ProfessionalJudgesMeetingEvent>;

const basisOf = (article: string): readonly Basis[] =>
  professionalJudgesMeetingOpinions(article).map(lawArticleOf);

/** 审判长 has a case discussed by other judges too; what they say is for reference. */
const DISCUSSED_TOGETHER = collegialPanelDutyProvisions('7.1').map(lawArticleOf);

/** 提请: outside a review, by those who try the case. */
export function request(
  { grounds, questions }: RequestCommand['data'],
  state: MeetingsOfCase,
  court: HearingCourt,
): Decided {
  const refusal = refuseRequest(grounds, state, court);
  if (refusal) return refusal;
  const convener = convenerOf(court, state.recused);
  if (!convener) return refuse('meeting-convener-missing');
  const meeting = String(state.numbered + 1);
  const { workingDays, basis } = court.rules.meeting.convening;
  const charge = chargeWith(court, 'meetingConvening', `meeting-${meeting}/1`, convener, workingDays);
  const data = { meeting, grounds, questions, charge };
  return [
    inner({ type: 'MeetingRequested', data }, court.act, [basis, ...DISCUSSED_TOGETHER, ...basisOf('4')]),
  ];
}

function refuseRequest(
  grounds: readonly MeetingGround[],
  { tried, awaited }: MeetingsOfCase,
  { act }: HearingCourt,
): Refusal | undefined {
  if (!triersOf(tried).includes(act.actor.person)) return refuse('meeting-requester-not-panel');
  if (!tried.soleJudge && grounds.includes('soleJudge'))
    return refuse('meeting-ground-needs-sole-judge', 'grounds');
  if (tried.soleJudge && grounds.some((ground) => ground === 'noMajority' || ground === 'minorityJudge'))
    return refuse('meeting-ground-needs-panel', 'grounds');
  return [...awaited.values()].some(({ review }) => review === null)
    ? refuse('meeting-already-requested')
    : undefined;
}

const LEVELS: readonly LadderLevel[] = ['divisionChief', 'vicePresident', 'president'];

/** 庭长, else 分管副院长, else 院长: the nearest who has not tried the case, is not recused, and is there. */
function convenerOf(court: HearingCourt, recused: readonly string[]): DutyHolder | undefined {
  const { facts, on, tried } = court;
  const barred = [...triersOf(tried), ...recused];
  return LEVELS.flatMap((level) => leaderAt(court, level) ?? []).find((leader) => {
    const { person } = answeringFor(facts.posts, leader, on);
    return person !== null && !barred.includes(person);
  });
}

/** 召集: the convener names chair and members, and has the materials sent to them in advance. */
export function convene(given: GivenMeeting, state: MeetingsOfCase, court: HearingCourt): Decided {
  const awaited = state.awaited.get(given.duty);
  if (!awaited) return refuse('meeting-not-referred', 'duty');
  const refusal =
    refuseConvener(awaited, state, court) ??
    refuseMembers(given, state, court) ??
    refuseDate(given.heldOn, court);
  if (refusal) return refusal;
  const { conclusion, members } = court.rules.meeting;
  const meeting = awaited.meeting ?? String(state.numbered + 1);
  const charge = chargeToConclude(given.chair, meeting, awaited, court);
  const { review, questions } = awaited;
  const data = { ...given, meeting, review, questions, charge };
  const basis = [members.basis, conclusion.basis, ...basisOf('6')];
  return [inner({ type: 'MeetingConvened', data }, court.act, basis)];
}

/** Within a review the duty bears the review's number, by which its lapse finds the review. */
function chargeToConclude(
  chair: string,
  meeting: MeetingId,
  { review }: AwaitedMeeting,
  court: HearingCourt,
): DutyTerms {
  const { workingDays } = court.rules.meeting.conclusion;
  const [kind, name] =
    review === null
      ? (['requestedMeetingConclusion', `meeting-${meeting}/1`] as const)
      : (['meetingConclusion', `${review}/meeting-${meeting}`] as const);
  return chargeWith(court, kind, name, holderFor(court, chair), workingDays);
}

/** Nobody who tries the case or is recused calls others together to discuss it. */
function refuseConvener(
  { charge }: AwaitedMeeting,
  { tried, recused }: MeetingsOfCase,
  court: HearingCourt,
): Refusal | undefined {
  const { person } = court.act.actor;
  const isBarred = [...triersOf(tried), ...recused].includes(person);
  return !isBarred && mayAnswerFor(court, charge.holder) ? undefined : refuse('not-meeting-convener');
}

function refuseMembers(
  { chair, members }: GivenMeeting,
  { tried, recused }: MeetingsOfCase,
  court: HearingCourt,
): Refusal | undefined {
  const persons = members.map(({ person }) => person);
  if (new Set(persons).size < persons.length) return refuse('meeting-member-repeated', 'members');
  if (persons.some((person) => triersOf(tried).includes(person)))
    return refuse('meeting-member-on-panel', 'members');
  if (persons.some((person) => recused.includes(person))) return refuse('meeting-member-recused', 'members');
  if (!persons.every((person) => isJudgeHere(court, person)))
    return refuse('meeting-member-not-judge', 'members');
  if (!persons.includes(chair)) return refuse('meeting-chair-not-member', 'chair');
  return persons.length < court.rules.meeting.members.min
    ? refuse('meeting-too-small', 'members')
    : undefined;
}

/** 法官法第二条: president, vice presidents, committee members, chiefs, their deputies, and judges. */
const JUDGES: ReadonlySet<string> = new Set([
  'president',
  'vicePresident',
  'adjudicationCommitteeMember',
  'committeeSeat',
  'divisionChief',
  'deputyDivisionChief',
  'enforcementDirector',
  'presidingJudge',
  'handlingJudge',
]);

const isJudgeHere = (court: HearingCourt, person: string): boolean =>
  postsHere(court, person).some(({ kind }) => JUDGES.has(kind));

/** A meeting is convened for a day to come; one that was held is entered afterwards. */
function refuseDate(heldOn: CalendarDate, { act, on }: HearingCourt): Refusal | undefined {
  if (act.source === 'live') return heldOn < on ? refuse('meeting-date-past', 'heldOn') : undefined;
  return heldOn > on ? refuse('meeting-date-future', 'heldOn') : undefined;
}

/** 不召开: screened out; within a review the reviewer goes on, and nothing waits. */
export function decline(
  { duty, reason, explanation }: DeclineCommand['data'],
  state: MeetingsOfCase,
  court: HearingCourt,
): Decided {
  const awaited = state.awaited.get(duty);
  if (!awaited) return refuse('meeting-not-referred', 'duty');
  const refusal = refuseConvener(awaited, state, court);
  if (refusal) return refusal;
  if (reason === 'alreadyDiscussed' && state.concluded === 0)
    return refuse('meeting-not-discussed-before', 'reason');
  const { review, meeting } = awaited;
  const data = { review, meeting, duty, reason, explanation, charge: backToReviewer(awaited, court) };
  return [inner({ type: 'MeetingDeclined', data }, court.act, basisOf('6'))];
}

function backToReviewer({ charge, review, reviewer }: AwaitedMeeting, court: HearingCourt) {
  if (review === null || reviewer === null) return null;
  const suffix = charge.duty.split('/').at(-1) ?? '';
  const { levelWorkingDays } = court.rules.review.limits;
  return chargeWith(court, 'review', `${review}/after-meeting-${suffix}`, reviewer, levelWorkingDays);
}
