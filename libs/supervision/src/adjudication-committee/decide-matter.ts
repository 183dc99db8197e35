import type { Decision, DocumentReference, DutyTerms, Message, Refusal } from '@liuhen/kernel';
import { chargeWith, handlingJudgeOf, type HearingCourt } from '../court-rules/hearing-court';
import { triersOf } from '../court-rules/tried-case';
import { adjudicationCommitteeOpinions, lawArticleOf, organicLaw } from '../law/citation';
import { agree, faultOf, majorityOf, type Majority, type Speech } from '../law/discussion';
import type {
  AdjudicationCommitteeEvent,
  CommitteeDecision,
  CommitteeMatterId,
  CommitteeVote,
  ConvenedCommittee,
} from './adjudication-committee.events';
import { refuse } from './adjudication-committee.refusals';
import { mayCallTogether } from './convene';
import { chargeCommittee } from './decide-referral';
import { inner } from '../court-rules/inner';
import type { Matter, MattersOfCase } from './matters';

export interface GivenDecision {
  readonly committee: CommitteeMatterId;
  readonly speeches: readonly Speech[];
  readonly reasons: string;
  readonly minutes: DocumentReference;
}

export type DecideCommand = Message<'DecideMatter', GivenDecision>;

/** As whom a procurator who attends speaks. */
const PROCURATOR = 'procurator';

/** 决定: what more than half of all members hold, whether present or not; nobody enters it. */
export function decideMatter(
  given: GivenDecision,
  state: MattersOfCase,
  court: HearingCourt,
): Decision<AdjudicationCommitteeEvent> {
  const matter = state.matters.get(given.committee);
  if (!matter?.duty) return refuse('committee-matter-not-open', 'committee');
  const { convened } = matter;
  if (!convened) return refuse('committee-not-convened', 'committee');
  const majority = majorityOf(given.speeches, convened.composition.length);
  const refusal =
    refuseRecorder(matter, convened, state, court) ??
    refuseRecord(given, convened, state, court) ??
    refuseWithoutReasons(given, majority);
  if (refusal) return refusal;
  const data = {
    ...given,
    review: matter.review,
    duty: matter.duty,
    decision: decisionOf(majority),
    resolution: majority?.view ?? null,
    votes: votesOf(given.speeches, majority),
    reconsidered: matter.reconsideration === 'submitted',
    supersedes: majority ? matter.conforming : null,
    charge: chargeAfter(majority, matter, court),
  };
  return [inner({ type: 'CommitteeDecided', data }, court.act, BASIS)];
}

const BASIS = [...organicLaw('38.1'), ...organicLaw('39'), ...adjudicationCommitteeOpinions('22')].map(
  lawArticleOf,
);

function decisionOf(majority: Majority | undefined): CommitteeDecision {
  if (!majority) return 'noMajority';
  return majority.stance === 'panel' ? 'supportsPanel' : 'changesPanelView';
}

const votesOf = (speeches: readonly Speech[], majority: Majority | undefined): readonly CommitteeVote[] =>
  speeches.flatMap(({ speaker, stance, view }) =>
    stance === null
      ? []
      : [
          {
            member: speaker,
            stance,
            view,
            minority: majority !== undefined && !agree({ stance, view }, majority),
          },
        ],
  );

/**
 * A decision is carried out by a document. Without one the committee sits again; but of a decision that it was asked to
 * reconsider, and did not change, the first stands. Of a document that is signed meanwhile nothing more follows.
 */
function chargeAfter(majority: Majority | undefined, matter: Matter, court: HearingCourt): DutyTerms | null {
  const { id, charges, reconsideration, closed, holder } = matter;
  if (closed) return null;
  if (!majority)
    return reconsideration === 'submitted' ? null : chargeCommittee(court, id, charges + 1, holder);
  const { conformingWorkingDays } = court.rules.review.panelLimits;
  const judge = handlingJudgeOf(court);
  return chargeWith(court, 'conformingDocument', `committee-${id}/${charges}`, judge, conformingWorkingDays);
}

/** 主持人, or whoever may call the committee together. */
const refuseRecorder = (
  matter: Matter,
  { chair }: ConvenedCommittee,
  state: MattersOfCase,
  court: HearingCourt,
): Refusal | undefined => {
  const { person } = court.act.actor;
  const isChair = person === chair && !state.recused.includes(person);
  return isChair || mayCallTogether(matter, state, court) ? undefined : refuse('committee-recorder');
};

function refuseRecord(
  { speeches }: GivenDecision,
  { composition, attending, chair, procurator, heldOn }: ConvenedCommittee,
  { recused }: MattersOfCase,
  { tried, on }: HearingCourt,
): Refusal | undefined {
  if (heldOn > on) return refuse('committee-not-held-yet');
  const voters = speeches.filter(({ part }) => part === 'opinion').map(({ speaker }) => speaker);
  if (voters.some((voter) => recused.includes(voter)))
    return refuse('committee-attendee-recused', 'speeches');
  const fault = faultOf(speeches, {
    judges: attending,
    chair,
    reporters: triersOf(tried),
    invited: procurator === null ? [] : [PROCURATOR],
  });
  if (fault) return refuse(`committee-${fault}`, 'speeches');
  return voters.length * 2 <= composition.length ? refuse('committee-quorum', 'speeches') : undefined;
}

const refuseWithoutReasons = (
  { reasons }: GivenDecision,
  majority: Majority | undefined,
): Refusal | undefined =>
  majority !== undefined && reasons.trim() === ''
    ? refuse('committee-reasons-missing', 'reasons')
    : undefined;
