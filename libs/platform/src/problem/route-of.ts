import type { FastifyRequest } from 'fastify';

/** The route's template, not its address: an address may hold what belongs in no log. */
export const routeOf = ({ method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>): string =>
  `${method} ${routeOptions.url ?? '?'}`;
