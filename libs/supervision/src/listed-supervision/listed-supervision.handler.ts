import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { listedSupervisionDecider, type ListedSupervisionCommand } from './listed-supervision.decider';
import { listedSupervisionPowers } from './listed-supervision.powers';

/** A command under listed supervision on its way to the matter's stream. */
export class HandleListing extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: ListedSupervisionCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleListing)
export class HandleListingHandler implements ICommandHandler<HandleListing> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleListing): Promise<Receipt> {
    return this.runner.run(listedSupervisionDecider, asked, command, listedSupervisionPowers[command.type]);
  }
}
