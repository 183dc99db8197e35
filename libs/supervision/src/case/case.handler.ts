import { Powers, type CommandAct } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appellateDispositionEvents } from '../appellate-disposition/appellate-disposition.events';
import { ancestorsOf } from '../case-file/ancestors';
import type { CaseReference } from '../case-file/case-id';
import { caseDecider, type CaseCommand, type CaseState } from './case.decider';
import { caseStream, type CaseId } from './case.events';
import { casePowers } from './case.powers';

/** A command of the act 案件 on its way to the case's stream. */
export class HandleCase extends Command<Receipt> {
  constructor(
    readonly reference: CaseReference,
    readonly command: CaseCommand,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandleCase)
export class HandleCaseHandler implements ICommandHandler<HandleCase> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
  ) {}

  execute({ reference, command, act, seenRevision }: HandleCase): Promise<Receipt> {
    const { caseId, caseNumber } = reference;
    return execute(this.runtimes.business, {
      decider: caseDecider,
      stream: caseStream(caseId),
      caseNumber,
      command,
      act,
      seenRevision,
      permit: (state) => {
        const court = state.status === 'registered' ? state.registration.court.code : act.court;
        this.powers.require(casePowers[command.type], court, act);
      },
      facts: async (state, read) => ({
        caseId,
        ancestors: await ancestorsOf(originsOf(command, state), read, appellateDispositionEvents),
      }),
    });
  }
}

function originsOf(command: CaseCommand, state: CaseState): readonly CaseId[] {
  switch (command.type) {
    case 'RegisterCase':
      return command.data.origins.map(({ origin }) => origin);
    case 'LinkCase':
      return [command.data.origin];
    case 'FormPanel':
      return state.status === 'none' ? [] : state.links.map(({ origin }) => origin);
    case 'RecordDisposition':
      return [];
  }
}
