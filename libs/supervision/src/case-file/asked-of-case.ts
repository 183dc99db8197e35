import { commandActOf, type CommandAct } from '@liuhen/access';
import type { OccurredAt } from '@liuhen/kernel';
import { seenRevisionOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { caseStream } from '../case/case.events';
import type { CaseReference } from './case-id';
import { caseReferenceIn, type CaseRequest } from './case-param';

/** A request for something on a case: on which one, by whom, and what they had seen. */
export interface AskedOfCase {
  readonly reference: CaseReference;
  readonly act: CommandAct;
  readonly seenRevision: number | undefined;
}

/** Parameter of a command's route under `cases/:caseNumber`. */
export const AskedOfCase = createParamDecorator((_: unknown, context: ExecutionContext) =>
  askedOfCase(context),
);

/** For parameters that are made of more than that. @throws Problem | Refusal */
export function askedOfCase(context: ExecutionContext): AskedOfCase {
  const request = context.switchToHttp().getRequest<CaseRequest>();
  return {
    reference: caseReferenceIn(request),
    act: commandActOf(context),
    seenRevision: seenRevisionOf(request),
  };
}

/** Where a command on a case goes, from whom, and what they had seen of it; as `execute` takes it. */
export const onCase = ({ reference: { caseId, caseNumber }, act, seenRevision }: AskedOfCase) => ({
  stream: caseStream(caseId),
  caseNumber,
  act,
  seenRevision,
});

/** 补录: what is entered afterwards says when it happened; `undefined` for what happens now. */
export const enteredAfterwards = (act: CommandAct, occurredAt: OccurredAt | undefined): CommandAct =>
  occurredAt === undefined ? act : { ...act, source: 'offline', occurredAt };
