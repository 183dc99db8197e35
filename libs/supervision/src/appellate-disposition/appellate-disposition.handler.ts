import { Powers, type CommandAct } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ancestorsOf } from '../case-file/ancestors';
import type { CaseReference } from '../case-file/case-id';
import { onCase } from '../case-file/asked-of-case';
import {
  appellateDispositionDecider,
  type AppellateDispositionCommand,
} from './appellate-disposition.decider';
import { appellateDispositionEvents } from './appellate-disposition.events';
import { appellateDispositionPowers } from './appellate-disposition.powers';

export class HandleAppellateDisposition extends Command<Receipt> {
  constructor(
    readonly reference: CaseReference,
    readonly command: AppellateDispositionCommand,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandleAppellateDisposition)
export class HandleAppellateDispositionHandler implements ICommandHandler<HandleAppellateDisposition> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
  ) {}

  execute({ reference, command, act, seenRevision }: HandleAppellateDisposition): Promise<Receipt> {
    return execute(this.runtimes.business, {
      decider: appellateDispositionDecider,
      ...onCase({ reference, act, seenRevision }),
      command,
      permit: (state) => {
        const court = state.status === 'registered' ? state.registration.court.code : act.court;
        this.powers.require(appellateDispositionPowers[command.type], court, act);
      },
      facts: async (state, read) => {
        const origins = state.status === 'registered' ? state.links.map(({ origin }) => origin) : [];
        return { ancestors: await ancestorsOf(origins, read, appellateDispositionEvents) };
      },
    });
  }
}
