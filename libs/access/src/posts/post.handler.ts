import { postDecider, postStream, type PostCommand, type PostFacts } from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import { Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory } from '../directory/directory';
import type { CommandAct } from '../identity/reader';
import { PostKeeping, refuse } from './post-keeping';

/** What happens to a post, on its way to the post's stream in the administration log. */
export class HandlePost extends Command<Receipt> {
  constructor(
    readonly postId: string,
    readonly command: PostCommand,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandlePost)
export class HandlePostHandler implements ICommandHandler<HandlePost> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
    private readonly keeping: PostKeeping,
  ) {}

  /** Answers when this server's directory knows what was entered: whoever asks next acts and reads by it. */
  async execute({ postId, command, act, seenRevision }: HandlePost): Promise<Receipt> {
    const runtime = this.runtimes.administration;
    await this.directory.catchUp(runtime.store);
    if (!this.directory.posts.has(postId)) throw refuse('post-not-found');
    const receipt = await execute(runtime, {
      decider: postDecider,
      stream: postStream(postId),
      caseNumber: null,
      command,
      act,
      seenRevision,
      permit: (record) => {
        if (!record) throw refuse('post-not-found');
        this.keeping.requireMayEnter(record, command, act);
      },
      facts: () => this.#facts(postId),
    });
    await this.directory.catchUp(runtime.store);
    return receipt;
  }

  async #facts(postId: string): Promise<PostFacts> {
    await this.directory.catchUp(this.runtimes.administration.store);
    return { postId, courts: this.directory.courts, posts: this.directory.posts };
  }
}
