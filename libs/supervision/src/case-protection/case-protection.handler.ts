import { Powers } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onCase, type AskedOfCase } from '../case-file/asked-of-case';
import { caseProtectionDecider, type CaseProtectionCommand } from './case-protection.decider';
import { caseProtectionPowers } from './case-protection.powers';

/** A command of the act 案件保护 on its way to the case's stream. */
export class HandleCaseProtection extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfCase,
    readonly command: CaseProtectionCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleCaseProtection)
export class HandleCaseProtectionHandler implements ICommandHandler<HandleCaseProtection> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
  ) {}

  execute({ asked, command }: HandleCaseProtection): Promise<Receipt> {
    return execute(this.runtimes.business, {
      decider: caseProtectionDecider,
      ...onCase(asked),
      command,
      permit: ({ tried }) => {
        this.powers.require(
          caseProtectionPowers[command.type],
          tried ? tried.court.code : asked.act.court,
          asked.act,
        );
      },
      facts: () => Promise.resolve(undefined),
    });
  }
}
