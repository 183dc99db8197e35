import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AskedOfMatter } from '../matter-file/asked-of-matter';
import { MatterRunner } from '../matter-file/matter-runner';
import { bulletinDecider, type BulletinCommand } from './bulletin.decider';
import { bulletinPowers } from './bulletin.powers';

/** A command on a bulletin on its way to the matter's stream. */
export class HandleBulletin extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfMatter,
    readonly command: BulletinCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleBulletin)
export class HandleBulletinHandler implements ICommandHandler<HandleBulletin> {
  constructor(private readonly runner: MatterRunner) {}

  execute({ asked, command }: HandleBulletin): Promise<Receipt> {
    return this.runner.run(bulletinDecider, asked, command, bulletinPowers[command.type]);
  }
}
