import type { Reader } from '@liuhen/access';
import { decodeAll, fold, type DutyTerms } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';
import type { MeetingState } from './meetings';
import { professionalJudgesMeetingDecider } from './professional-judges-meeting.decider';
import {
  professionalJudgesMeetingEvents,
  type ConvenedMeeting,
  type ProfessionalJudgesMeetingEvent,
} from './professional-judges-meeting.events';
import type { MeetingList, MeetingView } from './professional-judges-meeting.views';

/** The judges' meetings on a case, straight from its stream. */
export class ListMeetings extends Query<MeetingList> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly cases: CaseReading) {}

  /** @throws Refusal `case-not-found`; `inner-file-not-permitted` for whom the inner file is closed */
  async execute({ caseId, reader }: ListMeetings): Promise<MeetingList> {
    const { events: stream } = await this.cases.ofInnerFile(caseId, reader);
    const state = fold(
      professionalJudgesMeetingDecider,
      decodeAll(professionalJudgesMeetingDecider.events, stream),
    );
    const events = decodeAll(professionalJudgesMeetingEvents, stream);
    return { ...listed(state, events), revision: stream.length - 1 };
  }
}

function listed(
  state: MeetingState,
  events: readonly ProfessionalJudgesMeetingEvent[],
): Omit<MeetingList, 'revision'> {
  if (state.status === 'none') return { awaited: [], declined: [], meetings: [] };
  return {
    awaited: [...state.awaited.values()].map(({ charge, review, questions }) => ({
      review,
      questions,
      owed: owedOf(charge),
    })),
    declined: events
      .flatMap((event) => (event.type === 'MeetingDeclined' ? [event.data] : []))
      .map(({ review, reason, explanation }) => ({ review, reason, explanation })),
    meetings: events.flatMap((event) =>
      event.type === 'MeetingConvened'
        ? [meetingOf(event.data, state.convened.has(event.data.meeting), events)]
        : [],
    ),
  };
}

function meetingOf(
  { meeting, review, questions, chair, members, invited, materials, heldOn, charge }: ConvenedMeeting,
  isOpen: boolean,
  events: readonly ProfessionalJudgesMeetingEvent[],
): MeetingView {
  const concluded = events.flatMap((event) =>
    event.type === 'MeetingConcluded' && event.data.meeting === meeting ? [event.data] : [],
  )[0];
  const said = concluded && {
    conclusion: concluded.conclusion,
    majorityView: concluded.majorityView,
    speeches: concluded.speeches,
    summary: concluded.summary,
    minutes: concluded.minutes,
  };
  return {
    meeting,
    review,
    questions,
    chair,
    members,
    invited,
    materials,
    heldOn,
    status: said ? 'concluded' : isOpen ? 'convened' : 'ended',
    owed: isOpen ? owedOf(charge) : null,
    conclusion: said ?? null,
  };
}

const owedOf = ({ duty, due, holder: { post, person } }: DutyTerms) => ({ duty, post, person, due });
