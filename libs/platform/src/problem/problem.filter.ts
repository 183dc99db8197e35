import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of';

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
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** The route's template, not its address: an address may hold what belongs in no log. */
function logFault(error: unknown, request: FastifyRequest): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
  const route = `${request.method} ${request.routeOptions.url ?? '?'}`;
  logger.error({ message: '请求处理发生故障', correlation: request.id, route, error: name }, stack);
}
