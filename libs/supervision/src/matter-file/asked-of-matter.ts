import { commandActOf, type CommandAct } from '@liuhen/access';
import { seenRevisionOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuse } from '../matter-rules/matter-rules.refusals';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { isMatterId } from './matter-id';

/** A request for something on a matter: on which one, by whom, and what they had seen. */
export interface AskedOfMatter {
  readonly matter: MatterId;
  readonly act: CommandAct;
  readonly seenRevision: number | undefined;
}

type MatterRequest = FastifyRequest<{ Params: Record<string, string> }>;

/** The route's `:matter`. @throws Refusal `matter-not-found` for what is no id of a matter */
export const MatterParam = createParamDecorator((_: unknown, context: ExecutionContext): MatterId =>
  matterIn(context.switchToHttp().getRequest<MatterRequest>()),
);

/** Parameter of a command's route under `matters/:matter`. */
export const AskedOfMatter = createParamDecorator((_: unknown, context: ExecutionContext): AskedOfMatter => {
  const request = context.switchToHttp().getRequest<MatterRequest>();
  return { matter: matterIn(request), act: commandActOf(context), seenRevision: seenRevisionOf(request) };
});

function matterIn({ params: { matter = '' } }: MatterRequest): MatterId {
  if (!isMatterId(matter)) throw refuse('matter-not-found', 'matter');
  return matter;
}
