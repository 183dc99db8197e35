import type { DataClass, ReadingKind } from '@liuhen/kernel';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Says why the reader reads, percent-encoded, as purposes are Chinese. */
export const PURPOSE_HEADER = 'Liuhen-Purpose';

/** `print` where what is answered is to be printed; the client says so, as only it can know. */
export const USE_HEADER = 'Liuhen-Use';

/** Names of the route parameters that name what is read. */
export const SUBJECT_PARAMS = { case: 'caseNumber', matter: 'matter' } as const;

export const TRACED = 'liuhen:traced';
export const UNTRACED = 'liuhen:untraced';

/** How the reading of a route's answer is recorded. */
export interface TracedRoute {
  readonly kind: ReadingKind;
  readonly data: DataClass;
  /** Recorded before the route does anything: for answers that are sent piece by piece. */
  readonly ahead: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    traced?: TracedRoute;
  }
}

/**
 * 查阅留痕: what a reader gets from the route is recorded before it is sent; without a record nothing is sent. The case or
 * the matter is the one that the path names ({@link SUBJECT_PARAMS}). Every route that is read says this, or why not.
 */
export function Traced(kind: ReadingKind, data: DataClass, { ahead = false } = {}): MethodDecorator {
  const traced: TracedRoute = { kind, data, ahead };
  // Also where only the request is at hand.
  return applyDecorators(SetMetadata(TRACED, traced), RouteConfig({ traced }));
}

/** `undefined` for a route of which nothing is recorded. */
export const tracedRouteOf = ({
  routeOptions,
}: Pick<FastifyRequest, 'routeOptions'>): TracedRoute | undefined => routeOptions.config.traced;

/** Nothing is recorded of what is read here. @param reason why that is right */
export const Untraced = (reason: string) => SetMetadata(UNTRACED, reason);
