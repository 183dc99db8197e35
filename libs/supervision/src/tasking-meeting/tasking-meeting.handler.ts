import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { taskingMeetingDecider, type TaskingMeetingCommand } from './tasking-meeting.decider';
import { taskingMeetingPowers } from './tasking-meeting.powers';

/** A command of a tasking meeting on its way to the matter's stream. */
export class HandleTasking extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: TaskingMeetingCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleTasking)
export class HandleTaskingHandler implements ICommandHandler<HandleTasking> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleTasking): Promise<Receipt> {
    return this.runner.run(taskingMeetingDecider, asked, command, taskingMeetingPowers[command.type]);
  }
}
