import { CORRELATION_HEADER } from '@liuhen/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** For answers that are data; a page of its own says what it needs (see the documentation). */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** What every answer has: headers that keep browsers strict, and the correlation. */
export function addAnswerHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(HEADERS).header(CORRELATION_HEADER, request.id);
}
