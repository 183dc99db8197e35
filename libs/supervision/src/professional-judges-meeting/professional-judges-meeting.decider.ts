import { isRefusal, type Decider } from '@liuhen/kernel';
import { caseEvents } from '../case/case.events';
import type { CourtFacts } from '../court-rules/court-facts';
import { hearingCourt } from '../court-rules/hearing-court';
import { preIssueReviewEvents } from '../pre-issue-review/pre-issue-review.events';
import {
  convene,
  decline,
  request,
  type ConveneCommand,
  type DeclineCommand,
  type RequestCommand,
} from './call-meeting';
import { conclude, lapse, type ConcludeCommand, type LapseCommand } from './end-meeting';
import { evolveMeetings, type HeededEvent, type MeetingState } from './meetings';
import { professionalJudgesMeetingEvents } from './professional-judges-meeting.events';
import { refuse } from './professional-judges-meeting.refusals';

/** None of them holds a result: what a meeting says is for the panel to consider. */
export type ProfessionalJudgesMeetingCommand =
  RequestCommand | ConveneCommand | DeclineCommand | ConcludeCommand | LapseCommand;

export const professionalJudgesMeetingDecider: Decider<
  MeetingState,
  ProfessionalJudgesMeetingCommand,
  HeededEvent,
  CourtFacts
> = {
  events: { ...caseEvents, ...preIssueReviewEvents, ...professionalJudgesMeetingEvents },
  initial: { status: 'none' },

  decide(command, state, act, facts) {
    if (state.status === 'none') return refuse('case-not-found');
    if (act.source === 'imported' && act.actor.party !== 'system')
      return refuse('import-not-permitted', 'source');
    const court = hearingCourt(state.tried, act, facts);
    if (isRefusal(court)) return court;
    switch (command.type) {
      case 'RequestMeeting':
        return request(command.data, state, court);
      case 'ConveneMeeting':
        return convene(command.data, state, court);
      case 'DeclineMeeting':
        return decline(command.data, state, court);
      case 'ConcludeMeeting':
        return conclude(command.data, state, court);
      case 'LapseMeeting':
        return lapse(command.data, state, court);
    }
  },

  evolve: evolveMeetings,
};
