import { CORRELATION_HEADER, type EdgeConfig } from '@liuhen/platform';
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

/** Adds what every answer has: headers that keep browsers strict, and the correlation. */
export type AddAnswerHeaders = (request: FastifyRequest, reply: FastifyReply) => void;

/** RFC 6797: only where there is TLS, as the promise outlives it. */
export const answerHeaders = ({ hstsSeconds = 0 }: Partial<EdgeConfig>): AddAnswerHeaders => {
  const transport =
    hstsSeconds > 0
      ? { 'Strict-Transport-Security': `max-age=${String(hstsSeconds)}; includeSubDomains` }
      : {};
  const headers = { ...HEADERS, ...transport };
  return (request, reply) => void reply.headers(headers).header(CORRELATION_HEADER, request.id);
};
