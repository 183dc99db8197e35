import { matterDecider } from '../matter-rules/matter-decider';
import { evolveAssignment, NOTHING, type Assignment } from './assignment';
import { handOver, suspend, type HandOverCommand, type SuspendCommand } from './change-leader';
import { recordContact, type RecordContactCommand } from './contact';
import { recordBaseline, recordVisit, type RecordBaselineCommand, type RecordVisitCommand } from './lead';

/** 延续 is the extension of the life cycle, 验收 the examination of the report. */
export type LeaderAssignmentCommand =
  RecordBaselineCommand | RecordContactCommand | RecordVisitCommand | SuspendCommand | HandOverCommand;

export const leaderAssignmentDecider = matterDecider<Assignment, LeaderAssignmentCommand>({
  instruments: ['leaderAssignment'],
  initial: NOTHING,
  evolve: evolveAssignment,

  decide(command, matter, assignment, court) {
    switch (command.type) {
      case 'RecordBaseline':
        return recordBaseline(command.data, matter, court);
      case 'RecordContact':
        return recordContact(command.data, matter, assignment, court);
      case 'RecordAssignmentVisit':
        return recordVisit(command.data, matter, assignment, court);
      case 'SuspendAssignment':
        return suspend(command.data, matter, court);
      case 'HandOverAssignment':
        return handOver(command.data, matter, court);
    }
  },
});
