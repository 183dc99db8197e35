import type { Metrics } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const logger = new Logger('Http');

/** Every answer leaves a line in the log and a measurement. */
export function addAccounting(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    account(request, reply, metrics);
    done();
  });
}

/** By the route's template: an address may hold a case number, a query anything. */
function account(request: FastifyRequest, reply: FastifyReply, metrics: Metrics): void {
  const { id: correlation, is404, routeOptions } = request;
  const route = is404 ? 'unknown' : (routeOptions.url ?? 'unknown');
  const method = is404 ? 'other' : request.method;
  const status = reply.statusCode;
  // A stream lasts as long as its reader likes; that says nothing of the server.
  if (!isStream(reply)) metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1000);
  logger.log({ message: '请求', correlation, method, route, status, ms: Math.round(reply.elapsedTime) });
}

const isStream = ({ raw }: FastifyReply): boolean =>
  String(raw.getHeader('content-type')).startsWith('text/event-stream');
