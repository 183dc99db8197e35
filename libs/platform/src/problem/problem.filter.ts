import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from '../telemetry/metrics';
import { problemOf } from './problem-of';
import { redacted } from './redacted';
import { noteRefusedCommand } from './refused-command';
import { RefusalTrace } from './refusal-trace';
import { routeOf } from './route-of';

const logger = new Logger('Problem');

/** Answers an error as `application/problem+json`; a fault is logged under the answer's instance id. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { body, headers, fault } = problemOf(error, request.id);
  if (fault) logFault(error, request);
  else if (body.status >= 500)
    logger.warn({ message: body.detail, code: body.code, correlation: request.id });
  if (reply.sent) return;
  void reply
    .status(body.status)
    .headers(headers)
    .type('application/problem+json; charset=utf-8')
    // A string is sent as it is: no serializer of a route may reshape it.
    .send(JSON.stringify(body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly metrics: Metrics,
    private readonly trace: RefusalTrace,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    noteRefusedCommand(error, request, this.metrics);
    sendProblem(await this.trace.recorded(error, request), request, http.getResponse<FastifyReply>());
  }
}

function logFault(error: unknown, request: FastifyRequest): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
  logger.error(
    { message: '请求处理发生故障', correlation: request.id, route: routeOf(request), error: name },
    stack === undefined ? undefined : redacted(stack),
  );
}
