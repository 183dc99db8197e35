import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lapseBy } from '../lapse';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { accountabilityTalkDecider, type AccountabilityTalkCommand } from './accountability-talk.decider';
import { accountabilityTalkPowers } from './accountability-talk.powers';

/** A command of the act 约谈 on its way to the matter's stream. */
export class HandleTalk extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: AccountabilityTalkCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleTalk)
export class HandleTalkHandler implements ICommandHandler<HandleTalk> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleTalk): Promise<Receipt> {
    return this.runner.run(accountabilityTalkDecider, asked, command, accountabilityTalkPowers[command.type]);
  }
}

/** 逾期未签，程序继续. */
export const lapseSignature = lapseBy(accountabilityTalkDecider, 'LapseTalkSignature');
