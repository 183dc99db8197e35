import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { POSITION_HEADER, ProjectionWaits, READS_FROM } from './projection-waits';

/** Read your own writes: holds a query until its projections have seen the position that the client names. */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly waits: ProjectionWaits,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const position = headers[POSITION_HEADER.toLowerCase()];
    const projections = this.reflector.getAllAndOverride<readonly string[] | undefined>(READS_FROM, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (typeof position === 'string' && projections) await this.waits.waitFor(projections, position);
    return next.handle();
  }
}
