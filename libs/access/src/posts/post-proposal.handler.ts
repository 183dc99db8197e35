import {
  postIdOfStream,
  postProposalDecider,
  postStream,
  type PostChange,
  type ProposalCommand,
} from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAct } from '../identity/reader';
import { AdministrationSight } from '../proposals/administration-sight';
import { GuardedChanges } from '../proposals/guarded-changes';
import { refuse } from './post-keeping';

/** A proposal about a post, or an answer to one. */
export class HandlePostProposal extends Command<Receipt> {
  constructor(
    readonly postId: string,
    readonly command: ProposalCommand<PostChange>,
    readonly act: CommandAct,
  ) {
    super();
  }
}

@CommandHandler(HandlePostProposal)
export class HandlePostProposalHandler implements ICommandHandler<HandlePostProposal> {
  constructor(
    private readonly changes: GuardedChanges,
    private readonly sight: AdministrationSight,
  ) {}

  execute({ postId, command, act }: HandlePostProposal): Promise<Receipt> {
    return this.changes.handle({
      decider: postProposalDecider,
      stream: postStream(postId),
      command,
      act,
      permit: () => {
        if (!this.sight.seesPost(postId, act)) throw refuse('post-not-found');
      },
      facts: (known) => ({ ...known, postId }),
    });
  }
}

export const isPostStream = (stream: string): boolean => postIdOfStream(stream) !== undefined;
