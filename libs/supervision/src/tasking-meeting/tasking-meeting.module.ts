import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { TaskingMeetingController } from './tasking-meeting.controller';
import { taskingMeetingDuties } from './tasking-meeting.duties';
import { TASKING_DUTIES, taskingMeetingEvents } from './tasking-meeting.events';
import { HandleTaskingHandler } from './tasking-meeting.handler';
import { ListTaskingMeetingsHandler } from './tasking-meeting.query';
import { taskingMeetingRefusals } from './tasking-meeting.refusals';
import { taskingMeetingSentences } from './tasking-meeting.sentences';
import { taskingMeetingPowers } from './tasking-meeting.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [TaskingMeetingController],
  providers: [HandleTaskingHandler, ListTaskingMeetingsHandler],
})
class TaskingMeetingModule {}

export const taskingMeetingAct: SupervisoryAct = {
  name: 'tasking-meeting',
  title: '调度',
  events: taskingMeetingEvents,
  sentences: taskingMeetingSentences,
  duties: taskingMeetingDuties,
  dutyKinds: TASKING_DUTIES,
  powers: taskingMeetingPowers,
  refusals: taskingMeetingRefusals,
  projections: [],
  module: TaskingMeetingModule,
};
