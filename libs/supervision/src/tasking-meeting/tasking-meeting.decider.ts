import { matterDecider } from '../matter-rules/matter-decider';
import { holdMeeting, type HoldMeetingCommand } from './hold-meeting';
import { makeDraw, type MakeDrawCommand } from './make-draw';
import { setAgenda, type SetAgendaCommand } from './set-agenda';
import { evolveTasking, NO_TASKING, type Tasking } from './tasking';

export type TaskingMeetingCommand = SetAgendaCommand | MakeDrawCommand | HoldMeetingCommand;

/** 调度: the tasks that it lays down are reported and checked in the life cycle of all instruments. */
export const taskingMeetingDecider = matterDecider<Tasking, TaskingMeetingCommand>({
  instruments: ['taskingMeeting'],
  initial: NO_TASKING,
  evolve: evolveTasking,

  decide(command, matter, tasking, court) {
    switch (command.type) {
      case 'SetAgenda':
        return setAgenda(command.data, matter, court);
      case 'MakeRandomDraw':
        return makeDraw(tasking, matter, court);
      case 'HoldTaskingMeeting':
        return holdMeeting(command.data, matter, tasking, court);
    }
  },
});
