import { isRefusal } from '@liuhen/kernel';
import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requesterOf } from '../http/requester';
import type { Metrics } from '../telemetry/metrics';
import { routeOf } from './route-of';

const logger = new Logger('RefusedCommand');

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A command that the law or the procedure refuses appends nothing: the log and the count are all that tells of it. */
export function noteRefusedCommand(error: unknown, request: FastifyRequest, metrics: Metrics): void {
  if (!isRefusal(error) || READING.has(request.method)) return;
  const { code } = error;
  const requester = requesterOf(request);
  metrics.refusedCommands.inc({ code, party: requester?.party ?? 'unknown' });
  logger.log({ message: '操作被拒', code, correlation: request.id, route: routeOf(request), ...requester });
}
