import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { ProfessionalJudgesMeetingController } from './professional-judges-meeting.controller';
import { professionalJudgesMeetingDuties } from './professional-judges-meeting.duties';
import { MEETING_DUTIES, professionalJudgesMeetingEvents } from './professional-judges-meeting.events';
import { HandleMeetingHandler, lapseMeeting } from './professional-judges-meeting.handler';
import { ListMeetingsHandler } from './professional-judges-meeting.query';
import { professionalJudgesMeetingRefusals } from './professional-judges-meeting.refusals';
import { professionalJudgesMeetingSentences } from './professional-judges-meeting.sentences';
import { professionalJudgesMeetingPowers } from './professional-judges-meeting.powers';

@Module({
  controllers: [ProfessionalJudgesMeetingController],
  providers: [HandleMeetingHandler, ListMeetingsHandler],
})
class ProfessionalJudgesMeetingModule {}

export const professionalJudgesMeetingAct: SupervisoryAct = {
  name: 'professional-judges-meeting',
  title: '专业法官会议',
  events: professionalJudgesMeetingEvents,
  sentences: professionalJudgesMeetingSentences,
  duties: professionalJudgesMeetingDuties,
  dutyKinds: MEETING_DUTIES,
  lapses: { requestedMeetingConclusion: lapseMeeting },
  powers: professionalJudgesMeetingPowers,
  refusals: professionalJudgesMeetingRefusals,
  projections: [],
  module: ProfessionalJudgesMeetingModule,
};
