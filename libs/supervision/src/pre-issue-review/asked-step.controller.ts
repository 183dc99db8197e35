import type { Receipt } from '@liuhen/event-store';
import type { OccurredAt } from '@liuhen/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { askedOfCase, enteredAfterwards, type AskedOfCase } from '../case-file/asked-of-case';
import type { CaseRequest } from '../case-file/case-param';
import type { StepCommand } from './pre-issue-review.decider';
import { HandlePreIssueReview } from './pre-issue-review.handler';

/** A request for a step of a review. */
export interface AskedStep extends AskedOfCase {
  readonly review: string;
}

/** Parameter of the routes under `cases/:caseNumber/reviews/:review`. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): AskedStep => {
  const { params } = context.switchToHttp().getRequest<CaseRequest>();
  return { ...askedOfCase(context), review: params.review ?? '' };
});

/**
 * Sends a step on its way.
 *
 * @param spokenAt of what is entered afterwards.
 */
export function takeStep(
  commands: CommandBus,
  { reference, review, act, seenRevision }: AskedStep,
  step: StepCommand,
  spokenAt?: OccurredAt,
): Promise<Receipt> {
  const command = { type: 'TakeStep', data: { review, step } } as const;
  const asked = enteredAfterwards(act, spokenAt);
  return commands.execute(new HandlePreIssueReview(reference, command, asked, seenRevision));
}
