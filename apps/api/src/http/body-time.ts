import { isStreamed } from '@liuhen/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';

/**
 * A time limit for bodies that are read whole before they are looked at. Node knows one limit for all requests of a
 * server, which a long document needs, and which is too long for anything else.
 *
 * @param answer as Node has it answer a request that took too long.
 */
export function limitBodyTime(
  fastify: FastifyInstance,
  limitMs: number,
  answer: (error: NodeJS.ErrnoException, socket: Socket) => void,
): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const stop = (request: FastifyRequest): void => clearTimeout(timers.get(request));
  fastify.addHook('onRequest', (request, _reply, done) => {
    const tooSlow = (): void => {
      const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      answer(error, request.raw.socket);
    };
    if (hasBody(request) && !isStreamed(request)) timers.set(request, setTimeout(tooSlow, limitMs));
    done();
  });
  // The body has come; or the answer went out without it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    stop(request);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    stop(request);
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
