import type { CalendarDate, Decision, DocumentReference, Message, Refusal } from '@liuhen/kernel';
import { committeeMembers, isPresident, mayPreside } from '../court-rules/committee-members';
import { mayAnswerFor } from '../court-rules/charge';
import { postsHere, type HearingCourt } from '../court-rules/hearing-court';
import { lawArticleOf, organicLaw } from '../law/citation';
import type { SeatedJudge } from '../law/judge-grades';
import type {
  AdjudicationCommitteeEvent,
  AttendingProcurator,
  CommitteeMatterId,
  CommitteeSitting,
  RecusedMember,
} from './adjudication-committee.events';
import { refuse } from './adjudication-committee.refusals';
import { inner } from '../court-rules/inner';
import type { Matter, MattersOfCase } from './matters';
import { levelOf } from './referral-law';

export interface GivenSitting {
  readonly committee: CommitteeMatterId;
  readonly sitting: CommitteeSitting;
  /** All members of the sitting, present or not; `null` for all members of the committee as the posts say. */
  readonly composition: readonly string[] | null;
  /** Why it is not as the posts say. */
  readonly deviation: string | null;
  readonly attending: readonly SeatedJudge[];
  readonly recused: readonly RecusedMember[];
  readonly chair: string;
  readonly procurator: AttendingProcurator | null;
  readonly materials: readonly DocumentReference[];
  readonly heldOn: CalendarDate;
}

export type ConveneCommand = Message<'ConveneCommittee', GivenSitting>;

/** A sitting whose members are known. */
type Composed = GivenSitting & { readonly composition: readonly string[] };

/** 召集: the composition follows from the posts, attendance from the command; quorum and chair from the law. */
export function convene(
  given: GivenSitting,
  state: MattersOfCase,
  court: HearingCourt,
): Decision<AdjudicationCommitteeEvent> {
  const matter = state.matters.get(given.committee);
  if (!matter?.duty) return refuse('committee-matter-not-open', 'committee');
  if (!mayCallTogether(matter, state, court)) return refuse('committee-convener');
  if (given.composition === null && given.sitting !== 'plenary')
    return refuse('committee-composition-unknown', 'composition');
  const composed = { ...given, composition: given.composition ?? committeeMembers(court) };
  const refusal =
    refuseComposition(composed, court) ??
    refuseAttendance(composed, state, court) ??
    refuseDate(given.heldOn, court);
  if (refusal) return refusal;
  const data = { ...composed, review: matter.review };
  const basis = [...organicLaw('36'), ...organicLaw('38')].map(lawArticleOf);
  return [inner({ type: 'CommitteeConvened', data }, court.act, basis)];
}

/** The president, or who answers for him; where he is recused, a vice president. */
export function mayCallTogether(
  { holder }: Matter,
  { recused }: MattersOfCase,
  court: HearingCourt,
): boolean {
  const { person } = court.act.actor;
  if (recused.includes(person)) return false;
  const insteadOfPresident = recused.some((each) => isPresident(court, each)) && mayPreside(court, person);
  return insteadOfPresident || mayAnswerFor(court, holder);
}

function refuseComposition(
  { sitting, composition, deviation }: Composed,
  court: HearingCourt,
): Refusal | undefined {
  const members = committeeMembers(court);
  const field = 'composition';
  if (new Set(composition).size < composition.length) return refuse('committee-member-repeated', field);
  if (!composition.every((person) => postsHere(court, person).length > 0))
    return refuse('committee-member-elsewhere', field);
  const isAsPostsSay = composition.every((person) => members.includes(person));
  if (sitting === 'plenary') {
    if (composition.length % 2 === 0) return refuse('committee-not-odd', field);
    return (isAsPostsSay && composition.length === members.length) || deviation !== null
      ? undefined
      : refuse('committee-composition-not-committee', 'deviation');
  }
  if (levelOf(court) === 'basic') return refuse('committee-professional-level', 'sitting');
  return isAsPostsSay || deviation !== null
    ? undefined
    : refuse('committee-composition-not-committee', 'deviation');
}

/** Who is recused stays one of all members, by whose number quorum and majority are counted. */
function refuseAttendance(
  { composition, attending, recused, chair }: Composed,
  state: MattersOfCase,
  court: HearingCourt,
): Refusal | undefined {
  const present = attending.map(({ person }) => person);
  const barred = [...state.recused, ...recused.map(({ person }) => person)];
  const field = 'attending';
  if (new Set(present).size < present.length) return refuse('committee-member-repeated', field);
  if (!present.every((person) => composition.includes(person)))
    return refuse('committee-attendee-not-member', field);
  if (present.some((person) => barred.includes(person))) return refuse('committee-attendee-recused', field);
  if (present.length * 2 <= composition.length) return refuse('committee-quorum', field);
  return present.includes(chair) && mayPreside(court, chair) ? undefined : refuse('committee-chair', 'chair');
}

function refuseDate(heldOn: CalendarDate, { act, on }: HearingCourt): Refusal | undefined {
  if (act.source === 'live') return heldOn < on ? refuse('committee-date-past', 'heldOn') : undefined;
  return heldOn > on ? refuse('committee-date-future', 'heldOn') : undefined;
}
