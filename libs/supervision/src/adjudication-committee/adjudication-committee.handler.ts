import { Directory, Powers } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { DocumentStore, Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onCase, type AskedOfCase } from '../case-file/asked-of-case';
import { courtFactsOf } from '../case-file/court-facts-of';
import { requireStored } from '../case-file/stored-documents';
import {
  adjudicationCommitteeDecider,
  type AdjudicationCommitteeCommand,
} from './adjudication-committee.decider';
import { adjudicationCommitteePowers } from './adjudication-committee.powers';

/** A command of the act 审判委员会 on its way to the case's stream. */
export class HandleCommittee extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfCase,
    readonly command: AdjudicationCommitteeCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleCommittee)
export class HandleCommitteeHandler implements ICommandHandler<HandleCommittee> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
    private readonly directory: Directory,
    private readonly documents: DocumentStore,
  ) {}

  async execute({ asked, command }: HandleCommittee): Promise<Receipt> {
    const { act } = asked;
    await requireStored(this.documents, command.data);
    return execute(this.runtimes.business, {
      decider: adjudicationCommitteeDecider,
      ...onCase(asked),
      command,
      permit: (state) => {
        const court = state.status === 'registered' ? state.tried.court.code : act.court;
        this.powers.require(adjudicationCommitteePowers[command.type], court, act);
      },
      facts: () => Promise.resolve(courtFactsOf(this.directory)),
    });
  }
}
