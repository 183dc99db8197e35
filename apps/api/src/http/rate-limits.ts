import rateLimit from '@fastify/rate-limit';
import { Problem, requesterOf, type EdgeConfig } from '@liuhen/platform';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/** Short, so that whoever is told to come again need not wait long. */
const WINDOW_MS = 10_000;
/** Of each kind; beyond, whoever has not been seen for longest is forgotten. */
const MOST_KEYS = 20_000;
/** What one subscriber is given: RFC 6177. */
const IPV6_SUBNET = 64;

/** @throws Problem `too-many-requests` */
type Limit = (request: FastifyRequest) => Promise<void>;

/**
 * Limits what comes from one address, before anything else is done for it.
 *
 * @returns the limit for one person, which can be asked when it is known who asks.
 */
export async function addRateLimits(
  fastify: FastifyInstance,
  { requestsPerAddress = 0, requestsPerPerson = 0 }: Partial<EdgeConfig>,
): Promise<PersonLimit> {
  await fastify.register(rateLimit, {
    global: false,
    timeWindow: WINDOW_MS,
    cache: MOST_KEYS,
    ipv6Subnet: IPV6_SUBNET,
  });
  if (requestsPerAddress > 0)
    fastify.addHook('onRequest', limitOf(fastify.createRateLimit({ max: requestsPerAddress })));
  const perPerson = fastify.createRateLimit({
    max: requestsPerPerson,
    keyGenerator: (request) => requesterOf(request)?.person ?? '',
    allowList: (_request, person) => requestsPerPerson === 0 || person === '',
  });
  return new PersonLimit(limitOf(perPerson));
}

const limitOf =
  (count: ReturnType<FastifyInstance['createRateLimit']>): Limit =>
  async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw new Problem('too-many-requests', {
      headers: { 'Retry-After': String(Math.max(1, counted.ttlInSeconds)) },
    });
  };

/** After the guards, which find out who asks; a public route has only the limit for its address. */
class PersonLimit implements NestInterceptor {
  constructor(private readonly limit: Limit) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    await this.limit(context.switchToHttp().getRequest<FastifyRequest>());
    return next.handle();
  }
}
