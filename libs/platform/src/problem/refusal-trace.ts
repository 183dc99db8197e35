import type { FastifyRequest } from 'fastify';

/** Records what was refused to whom, before it is answered. */
export abstract class RefusalTrace {
  /** @returns the error that is to be answered. Never rejects. */
  abstract recorded(error: unknown, request: FastifyRequest): Promise<unknown>;
}
