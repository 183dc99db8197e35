import { GuardedChanges, type CommandAct } from '@liuhen/access';
import { policyProposalDecider, type PolicyCommand, type ProposalCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { policyKinds } from '../court-rules/policy-kinds';

/** A proposal about a rule of a court, or an answer to one, on its way to the rule's stream in the administration log. */
export class HandlePolicyProposal extends Command<Receipt> {
  constructor(
    readonly stream: string,
    readonly command: ProposalCommand<PolicyCommand>,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandlePolicyProposal)
export class HandlePolicyProposalHandler implements ICommandHandler<HandlePolicyProposal> {
  constructor(private readonly changes: GuardedChanges) {}

  execute({ stream, command, act, seenRevision }: HandlePolicyProposal): Promise<Receipt> {
    return this.changes.handle({
      decider: policyProposalDecider,
      ...{ stream, command, act, seenRevision },
      facts: (known) => ({ ...known, kinds: policyKinds }),
    });
  }
}
