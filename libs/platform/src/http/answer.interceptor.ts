import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { entityTag } from './headers.decorator';
import { POSITION_HEADER } from './projection-waits';

/** Repeats in headers what an answer says of its revision and of its place in the log. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (!hasRevision(answer)) return;
        void reply.header('ETag', entityTag(answer.revision));
        if (isReceipt(answer)) void reply.header(POSITION_HEADER, answer.position);
      }),
    );
  }
}

interface Revisioned {
  readonly revision: number;
}

const hasRevision = (answer: unknown): answer is Revisioned =>
  typeof answer === 'object' &&
  answer !== null &&
  'revision' in answer &&
  Number.isSafeInteger(answer.revision);

/** Only a command's receipt says whether it was replayed. */
const isReceipt = (answer: Revisioned): answer is Revisioned & { readonly position: string } =>
  'replayed' in answer && 'position' in answer && typeof answer.position === 'string';
