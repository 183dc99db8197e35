import type { DutyRules } from '@liuhen/kernel';
import type { ProfessionalJudgesMeetingEvent } from './professional-judges-meeting.events';

export const professionalJudgesMeetingDuties: DutyRules<ProfessionalJudgesMeetingEvent> = {
  MeetingRequested: ({ data }) => [{ change: 'open', terms: data.charge }],
  MeetingConvened: ({ data }) => [
    { change: 'discharge', duty: data.duty },
    { change: 'open', terms: data.charge },
  ],
  MeetingDeclined: ({ data }) => [
    { change: 'discharge', duty: data.duty },
    ...(data.charge === null ? [] : [{ change: 'open', terms: data.charge } as const]),
  ],
  MeetingConcluded: ({ data }) => [
    { change: 'discharge', duty: data.duty },
    ...(data.reconsideration === null ? [] : [{ change: 'open', terms: data.reconsideration } as const]),
  ],
  MeetingLapsed: ({ data }) => [{ change: 'waive', duty: data.duty, waiver: 'lapsed' }],
};
