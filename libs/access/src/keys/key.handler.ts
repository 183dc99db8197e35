import { keyProposalDecider, type KeyChange, type ProposalCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAct } from '../identity/reader';
import { GuardedChanges } from '../proposals/guarded-changes';

/** A proposal about a person's keys, or an answer to one. */
export class HandleKeyProposal extends Command<Receipt> {
  constructor(
    readonly stream: string,
    readonly command: ProposalCommand<KeyChange>,
    readonly act: CommandAct,
  ) {
    super();
  }
}

@CommandHandler(HandleKeyProposal)
export class HandleKeyProposalHandler implements ICommandHandler<HandleKeyProposal> {
  constructor(private readonly changes: GuardedChanges) {}

  execute({ stream, command, act }: HandleKeyProposal): Promise<Receipt> {
    return this.changes.handle({
      decider: keyProposalDecider,
      ...{ stream, command, act },
      facts: (known) => known,
    });
  }
}
