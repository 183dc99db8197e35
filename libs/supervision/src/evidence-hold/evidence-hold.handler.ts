import { Powers } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onCase, type AskedOfCase } from '../case-file/asked-of-case';
import { evidenceHoldDecider, type EvidenceHoldCommand } from './evidence-hold.decider';
import { evidenceHoldPowers } from './evidence-hold.powers';

/** A command of the act 证据保全 on its way to the case's stream. */
export class HandleEvidenceHold extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfCase,
    readonly command: EvidenceHoldCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleEvidenceHold)
export class HandleEvidenceHoldHandler implements ICommandHandler<HandleEvidenceHold> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
  ) {}

  execute({ asked, command }: HandleEvidenceHold): Promise<Receipt> {
    return execute(this.runtimes.business, {
      decider: evidenceHoldDecider,
      ...onCase(asked),
      command,
      permit: ({ tried }) => {
        this.powers.require(
          evidenceHoldPowers[command.type],
          tried ? tried.court.code : asked.act.court,
          asked.act,
        );
      },
      facts: () => Promise.resolve(undefined),
    });
  }
}
