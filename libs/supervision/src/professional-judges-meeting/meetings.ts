import type { DutyHolder, DutyTerms } from '@liuhen/kernel';
import type { CaseEvent } from '../case/case.events';
import { evolveTriedCase, type TriedCase } from '../court-rules/tried-case';
import type { PreIssueReviewEvent } from '../pre-issue-review/pre-issue-review.events';
import type {
  ConvenedMeeting,
  MeetingId,
  ProfessionalJudgesMeetingEvent,
} from './professional-judges-meeting.events';

/** The events that the meetings heed: their own, those of the case, and those of reviews. */
export type HeededEvent = CaseEvent | PreIssueReviewEvent | ProfessionalJudgesMeetingEvent;

/** A referral or request on which nobody has decided yet. */
export interface AwaitedMeeting {
  /** To convene it, or to decline. */
  readonly charge: DutyTerms;
  readonly review: string | null;
  /** Who goes on if it is declined; `null` outside a review. */
  readonly reviewer: DutyHolder | null;
  /** The number that a request has; `null` for a review's referral, which gets one when it is convened. */
  readonly meeting: MeetingId | null;
  readonly questions: readonly string[];
}

/** A case and its meetings. */
export interface MeetingsOfCase {
  readonly status: 'registered';
  readonly tried: TriedCase;
  readonly recused: readonly string[];
  /** By the names of the duties to convene them. */
  readonly awaited: ReadonlyMap<string, AwaitedMeeting>;
  /** Those that are convened and not yet at an end. */
  readonly convened: ReadonlyMap<MeetingId, ConvenedMeeting>;
  /** How many were ever numbered. */
  readonly numbered: number;
  readonly concluded: number;
}

export type MeetingState = { readonly status: 'none' } | MeetingsOfCase;

export function evolveMeetings(state: MeetingState, event: HeededEvent): MeetingState {
  switch (event.type) {
    case 'CaseRegistered':
    case 'PanelFormed':
    case 'CaseLinked':
    case 'DispositionRecorded':
      return evolveCase(state, event);
    default:
      return state.status === 'none' ? state : ended(evolve(state, event), event);
  }
}

function evolveCase(state: MeetingState, event: CaseEvent): MeetingState {
  const before = state.status === 'none' ? undefined : state;
  const tried = evolveTriedCase(before?.tried, event);
  if (!tried) return state;
  return before
    ? { ...before, tried }
    : {
        status: 'registered',
        tried,
        recused: [],
        awaited: new Map(),
        convened: new Map(),
        numbered: 0,
        concluded: 0,
      };
}

function evolve(state: MeetingsOfCase, event: Exclude<HeededEvent, CaseEvent>): MeetingsOfCase {
  switch (event.type) {
    case 'ReviewerRecused':
      return { ...state, recused: [...state.recused, event.data.person] };
    case 'ReferredToMeeting': {
      const { review, reviewer, questions, charge } = event.data;
      return awaiting(state, { charge, review, reviewer, meeting: null, questions });
    }
    case 'MeetingRequested': {
      const { meeting, questions, charge } = event.data;
      const request = { charge, review: null, reviewer: null, meeting, questions };
      return awaiting({ ...state, numbered: state.numbered + 1 }, request);
    }
    case 'MeetingConvened': {
      const requested = state.awaited.get(event.data.duty)?.meeting ?? null;
      const numbered = requested === null ? state.numbered + 1 : state.numbered;
      return { ...state, numbered, convened: new Map(state.convened).set(event.data.meeting, event.data) };
    }
    case 'MeetingConcluded':
      return { ...state, concluded: state.concluded + 1 };
    default:
      return state;
  }
}

const awaiting = (state: MeetingsOfCase, meeting: AwaitedMeeting): MeetingsOfCase => ({
  ...state,
  awaited: new Map(state.awaited).set(meeting.charge.duty, meeting),
});

/** What an event discharges or waives is no longer waited for, whichever act ended it. */
function ended(state: MeetingsOfCase, { data }: Exclude<HeededEvent, CaseEvent>): MeetingsOfCase {
  const duty = 'duty' in data ? data.duty : null;
  if (duty === null) return state;
  return {
    ...state,
    awaited: without(state.awaited, ({ charge }) => charge.duty === duty),
    convened: without(state.convened, ({ charge }) => charge.duty === duty),
  };
}

const without = <Value>(
  map: ReadonlyMap<string, Value>,
  isEnded: (value: Value) => boolean,
): ReadonlyMap<string, Value> => new Map([...map].filter(([, value]) => !isEnded(value)));
