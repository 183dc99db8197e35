import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lapseBy } from '../lapse';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { supervisionMatterDecider, type SupervisionMatterCommand } from './supervision-matter.decider';
import { supervisionMatterPowers } from './supervision-matter.powers';

/** A command of the life cycle on its way to the matter's stream. */
export class HandleMatter extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: SupervisionMatterCommand,
    /** Whether the matter begins with it. */
    readonly begins = false,
  ) {
    super();
  }
}

@CommandHandler(HandleMatter)
export class HandleMatterHandler implements ICommandHandler<HandleMatter> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command, begins }: HandleMatter): Promise<Receipt> {
    if (!begins || command.type !== 'DraftMatter')
      return this.runner.run(supervisionMatterDecider, asked, command, supervisionMatterPowers[command.type]);
    const court = command.data.targets[0]?.court ?? asked.act.court;
    return this.runner.begin(
      supervisionMatterDecider,
      asked,
      command,
      supervisionMatterPowers[command.type],
      court,
    );
  }
}

/** 视为签收. */
export const lapseReceipt = lapseBy(supervisionMatterDecider, 'LapseReceipt');
