import { Directory, type CommandAct } from '@liuhen/access';
import { policyDecider, type PolicyCommand, type PolicyFacts } from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { policyKinds } from '../court-rules/policy-kinds';

/** A command on a rule of a court, on its way to the rule's stream in the administration log. */
export class HandlePolicy extends Command<Receipt> {
  constructor(
    readonly stream: string,
    readonly command: PolicyCommand,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandlePolicy)
export class HandlePolicyHandler implements ICommandHandler<HandlePolicy> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
  ) {}

  async execute({ stream, command, act, seenRevision }: HandlePolicy): Promise<Receipt> {
    const { administration } = this.runtimes;
    const receipt = await execute(administration, {
      decider: policyDecider,
      stream,
      caseNumber: null,
      command,
      act,
      seenRevision,
      // Who may is judged with the command: it depends on the court that it names.
      permit: () => undefined,
      facts: () => Promise.resolve(this.#facts()),
    });
    await this.directory.catchUp(administration.store);
    return receipt;
  }

  #facts(): PolicyFacts {
    const { courts, posts } = this.directory;
    return { courts, posts, kinds: policyKinds };
  }
}
