import { commandActOf, type CommandAct } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import type { JsonObject, OccurredAt } from '@liuhen/kernel';
import { seenRevisionOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import type { CaseReference } from '../case-file/case-id';
import { caseReferenceIn, type CaseRequest } from '../case-file/case-param';
import type { StepCommand } from './pre-issue-review.decider';
import { HandlePreIssueReview } from './pre-issue-review.handler';

/** A request for a step of a review: on which one, by whom, and what they had seen. */
export interface AskedStep {
  readonly reference: CaseReference;
  readonly review: string;
  readonly act: CommandAct;
  readonly seenRevision: number | undefined;
}

/** Parameter of the routes under `cases/:caseNumber/reviews/:review`. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): AskedStep => {
  const request = context.switchToHttp().getRequest<CaseRequest>();
  return {
    reference: caseReferenceIn(request),
    review: request.params.review ?? '',
    act: commandActOf(context),
    seenRevision: seenRevisionOf(request),
  };
});

/**
 * Sends a step on its way. The review and the step are part of what was asked: the same key for another one is refused.
 *
 * @param spokenAt of what is entered afterwards.
 */
export function takeStep(
  commands: CommandBus,
  { reference, review, act, seenRevision }: AskedStep,
  step: StepCommand,
  spokenAt?: OccurredAt,
): Promise<Receipt> {
  const body = { review, step: step.type, body: act.body } as JsonObject;
  const when = spokenAt === undefined ? {} : ({ source: 'offline', occurredAt: spokenAt } as const);
  const command = { type: 'TakeStep', data: { review, step } } as const;
  return commands.execute(
    new HandlePreIssueReview(reference, command, { ...act, ...when, body }, seenRevision),
  );
}
