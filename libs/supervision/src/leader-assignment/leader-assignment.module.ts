import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { LeaderAssignmentController } from './leader-assignment.controller';
import { leaderAssignmentDuties, OWED_BY_LEADER } from './leader-assignment.duties';
import { ASSIGNMENT_DUTIES, leaderAssignmentEvents } from './leader-assignment.events';
import { HandleAssignmentHandler, suspendAssignment } from './leader-assignment.handler';
import { ShowAssignmentHandler } from './leader-assignment.query';
import { leaderAssignmentRefusals } from './leader-assignment.refusals';
import { leaderAssignmentSentences } from './leader-assignment.sentences';
import { leaderAssignmentPowers } from './leader-assignment.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [LeaderAssignmentController],
  providers: [HandleAssignmentHandler, ShowAssignmentHandler],
})
class LeaderAssignmentModule {}

export const leaderAssignmentAct: SupervisoryAct = {
  name: 'leader-assignment',
  title: '院领导包保',
  events: leaderAssignmentEvents,
  sentences: leaderAssignmentSentences,
  duties: leaderAssignmentDuties,
  dutyKinds: ASSIGNMENT_DUTIES,
  departures: Object.fromEntries(OWED_BY_LEADER.map((kind) => [kind, suspendAssignment])),
  powers: leaderAssignmentPowers,
  refusals: leaderAssignmentRefusals,
  projections: [],
  module: LeaderAssignmentModule,
};
