import { Directory, Powers, type CommandAct } from '@liuhen/access';
import { execute, type Receipt, type Runtime } from '@liuhen/event-store';
import { DocumentStore, Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { courtFactsOf } from '../case-file/court-facts-of';
import type { CaseReference } from '../case-file/case-id';
import { requireStored } from '../case-file/stored-documents';
import { onCase } from '../case-file/asked-of-case';
import type { CourtFacts } from '../court-rules/court-facts';
import type { Lapse } from '../lapse';
import type { ReviewState } from './evolve-reviews';
import { preIssueReviewDecider, type PreIssueReviewCommand } from './pre-issue-review.decider';
import { reviewPowerOf } from './pre-issue-review.powers';

/** A command of the act 阅核 on its way to the case's stream. */
export class HandlePreIssueReview extends Command<Receipt> {
  constructor(
    readonly reference: CaseReference,
    readonly command: PreIssueReviewCommand,
    readonly act: CommandAct,
    readonly seenRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(HandlePreIssueReview)
export class HandlePreIssueReviewHandler implements ICommandHandler<HandlePreIssueReview> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
    private readonly directory: Directory,
    private readonly documents: DocumentStore,
  ) {}

  async execute({ reference, command, act, seenRevision }: HandlePreIssueReview): Promise<Receipt> {
    await requireStored(this.documents, command.data);
    return executeReview(this.runtimes.business, {
      ...onCase({ reference, act, seenRevision }),
      command,
      facts: () => courtFactsOf(this.directory),
      permit: (state) => {
        const court = state.status === 'registered' ? state.tried.court.code : act.court;
        this.powers.require(reviewPowerOf(command), court, act);
      },
    });
  }
}

/** 逾期: judged again from the stream, by the decider's own rules. */
export const lapseReview: Lapse = ({ stream, duty, caseNumber }, { runtime, facts, act }) =>
  executeReview(runtime, {
    stream,
    caseNumber,
    command: { type: 'TakeStep', data: { review: reviewOf(duty), step: { type: 'Lapse', data: { duty } } } },
    act,
    facts: () => facts,
    permit: () => undefined,
  });

/** Duties of a review are named after it: `review/1/2`. */
const reviewOf = (duty: string): string => duty.split('/')[1] ?? '';

interface Asked {
  readonly stream: string;
  readonly caseNumber: string | null;
  readonly command: PreIssueReviewCommand;
  readonly act: CommandAct;
  readonly seenRevision?: number | undefined;
  readonly facts: () => CourtFacts;
  readonly permit: (state: ReviewState) => void;
}

const executeReview = (runtime: Runtime, { facts, ...asked }: Asked): Promise<Receipt> =>
  execute(runtime, {
    ...asked,
    decider: preIssueReviewDecider,
    facts: () => Promise.resolve(facts()),
  });
