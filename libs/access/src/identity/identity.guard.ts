import { requiresSignature } from '@liuhen/courts';
import { COMMAND_SIGNATURE_HEADER, commandSignatureOf, noteRequester, Problem } from '@liuhen/platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Directory } from '../directory/directory';
import { refuse } from '../signatures/command-signature.refusals';
import { Identities, type Identity } from './identities';
import { PUBLIC } from './public.decorator';
import { SecondFactor } from './second-factor';
import { STEP_UP, UNSIGNED } from './step-up.decorator';

const identified = new WeakMap<object, Identity>();

/** Who asks, as the guard has found. @throws Problem `unauthenticated` on a public route */
export function identityOf(context: ExecutionContext): Identity {
  const identity = identified.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!identity) throw new Problem('unauthenticated');
  return identity;
}

/**
 * No route without identity, but those that say `@Public()`; a fresh one where the route says `@StepUp()`, and the
 * person's own signature where the rules of their court ask for it.
 */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identities: Identities,
    private readonly secondFactor: SecondFactor,
    private readonly directory: Directory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.#says(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const identity = await this.identities.identify(request);
    identified.set(request, identity);
    noteRequester(request, identity.reader);
    if (this.#says(STEP_UP, context)) {
      this.secondFactor.require(identity.reader);
      if (!this.#says(UNSIGNED, context)) this.#requireSigned(request, identity);
    }
    return true;
  }

  /** Whether the signature holds is asked when the command is decided. @throws Refusal `signature-required` */
  #requireSigned(request: FastifyRequest, { reader }: Identity): void {
    if (request.method === 'GET' || commandSignatureOf(request) !== null) return;
    if (requiresSignature(reader.court, this.directory.today, this.directory))
      throw refuse('signature-required', COMMAND_SIGNATURE_HEADER);
  }

  #says(key: string, context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(key, places) === true;
  }
}
