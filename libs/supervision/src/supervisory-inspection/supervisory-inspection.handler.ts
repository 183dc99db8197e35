import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import {
  supervisoryInspectionDecider,
  type SupervisoryInspectionCommand,
} from './supervisory-inspection.decider';
import { supervisoryInspectionPowers } from './supervisory-inspection.powers';

/** A command of an inspection on its way to the matter's stream. */
export class HandleInspection extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: SupervisoryInspectionCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleInspection)
export class HandleInspectionHandler implements ICommandHandler<HandleInspection> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleInspection): Promise<Receipt> {
    return this.runner.run(
      supervisoryInspectionDecider,
      asked,
      command,
      supervisoryInspectionPowers[command.type],
    );
  }
}
