import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Departure } from '../departure';
import { commandedByClock } from '../lapse';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { leaderAssignmentDecider, type LeaderAssignmentCommand } from './leader-assignment.decider';
import { leaderAssignmentPowers } from './leader-assignment.powers';

/** A command on an assignment on its way to the matter's stream. */
export class HandleAssignment extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: LeaderAssignmentCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleAssignment)
export class HandleAssignmentHandler implements ICommandHandler<HandleAssignment> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleAssignment): Promise<Receipt> {
    return this.runner.run(leaderAssignmentDecider, asked, command, leaderAssignmentPowers[command.type]);
  }
}

/** 岗位变动: the assignment is suspended as soon as its leader is no longer in the post. */
export const suspendAssignment: Departure = (duty, context) =>
  commandedByClock(leaderAssignmentDecider, POST_CHANGED, duty, context);

const POST_CHANGED: LeaderAssignmentCommand = {
  type: 'SuspendAssignment',
  data: { reason: 'postChanged', explanation: '任职信息已经变更' },
};
