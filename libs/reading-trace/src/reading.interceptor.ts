import { Problem, requesterOf, tracedRouteOf } from '@liuhen/platform';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { contentOf, UNKNOWN_CONTENT, type AnswerContent } from './answer-content';
import { Readings } from './readings';

/** 查阅留痕: nothing that a traced route answers is sent before it is on record that it will be. */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(private readonly readings: Readings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = tracedRouteOf(request);
    if (!route) return next.handle();
    const requester = requesterOf(request);
    if (!requester) throw new Problem('unauthenticated');
    const read = this.readings.readBy(request, requester, route);
    const record = (content: AnswerContent): Promise<void> =>
      this.readings.read(request, requester, read, content).catch((cause: unknown) => {
        throw new Problem('reading-not-recorded', { cause });
      });
    if (route.ahead) {
      await record(UNKNOWN_CONTENT);
      return next.handle();
    }
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await record(contentOf(answer)).catch((error: unknown) => {
          // Nobody will read the file that was opened for the answer.
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          throw error;
        });
        return answer;
      }),
    );
  }
}
