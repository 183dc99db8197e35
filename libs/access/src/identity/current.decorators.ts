import { askedCommandOf, commandSignatureOf, idempotencyKeyOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './identities';
import { identityOf } from './identity.guard';
import type { CommandAct, Reader } from './reader';

/** Parameter of a query's route: who reads. */
export const CurrentReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader => identityOf(context).reader,
);

/** Parameter of a route that outlives its request, such as a stream: who reads, and until when the token holds. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  identityOf(context),
);

/** Parameter of a command's route: who acts, in which post and court, under which key. */
export const CurrentAct = createParamDecorator((_: unknown, context: ExecutionContext) =>
  commandActOf(context),
);

/** For parameters that are made of more than the act. @throws Problem */
export function commandActOf(context: ExecutionContext): CommandAct {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { person, post, party, delegation, court } = identityOf(context).reader;
  return {
    actor: { person, post, party, delegation },
    court,
    // Live and at the moment of recording, unless the slice takes other values from the body.
    occurredAt: null,
    source: 'live',
    basis: [],
    key: idempotencyKeyOf(request),
    asked: askedCommandOf(request),
    correlation: request.id,
    cause: null,
    signature: commandSignatureOf(request),
  };
}
