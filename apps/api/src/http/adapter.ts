import {
  checkJsonBody,
  correlationOf,
  isStreamed,
  Problem,
  problemOf,
  sendProblem,
  type EdgeConfig,
} from '@liuhen/platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { answerHeaders } from './answer-headers';
import { limitBodyTime } from './body-time';

const BODY_LIMIT = 1024 * 1024;
/** A case number's 24 characters are up to 216 percent-encoded ones. */
const PARAM_LIMIT = 512;
/** What is no document must have come whole by then; also ends what only trickles. */
const BODY_TIMEOUT_MS = 30_000;
/** The longest document over a slow line. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;

/** Fastify, set so that whatever a client sends is answered by a problem in the one form. */
export function httpAdapter(edge: Partial<EdgeConfig> = {}): FastifyAdapter {
  const addAnswerHeaders = answerHeaders(edge);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: edge.trustedProxies?.length ? [...edge.trustedProxies] : false,
    routerOptions: { maxParamLength: PARAM_LIMIT },
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: BODY_TIMEOUT_MS },
    // Requests on open connections are served to the end while the server closes.
    return503OnClosing: false,
    genReqId: correlationOf,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      addAnswerHeaders(request, reply);
      sendProblem(frameworkProblem(error), request, reply);
    },
    clientErrorHandler: answerMalformed,
    skipMiddie: true,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  parseJsonOnly(fastify);
  limitBodyTime(fastify, BODY_TIMEOUT_MS, answerMalformed);
  endConnectionsOnClosing(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    addAnswerHeaders(request, reply);
    done(holdsNullCharacter(request) ? new Problem('malformed-path') : undefined);
  });
  return adapter;
}

/** These come before a route is known. */
const frameworkProblem = ({ code }: FastifyError): Problem =>
  new Problem(code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'path-too-long' : 'malformed-path');

/** No form, no plain text: a body is JSON or it is refused, 415; but for routes that read theirs as it comes. */
function parseJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    void parse(request, String(text), (error, body) => {
      done(error ? new Problem('malformed-body', { cause: error }) : bodyFault(body), body);
    });
  });
  fastify.addContentTypeParser('*', (request, body, done) => {
    // The body of a request to nowhere is nobody's, and no reason to say anything but that.
    done(isStreamed(request) || request.is404 ? null : new Problem('unsupported-media-type'), body);
  });
}

/** Fastify says so itself to requests that come while it closes; those that are under way by then learn it here. */
function endConnectionsOnClosing(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('Connection', 'close');
    done();
  });
}

function bodyFault(body: unknown): Error | null {
  try {
    checkJsonBody(body);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Problem('malformed-body');
  }
}

/** PostgreSQL stores no U+0000; bodies are looked at when they are parsed. */
const holdsNullCharacter = ({ url }: FastifyRequest): boolean => url.includes('%00');

/** What is no HTTP has no request to answer: the problem is written by hand and the connection ends. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code = MALFORMED[error.code ?? ''] ?? 'malformed-request';
  const { body } = problemOf(new Problem(code), correlationOf({ headers: {} }));
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${String(body.status)} ${code}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(text))}`,
      'Connection: close',
      '',
      text,
    ].join('\r\n'),
  );
}

const MALFORMED: Readonly<Record<string, 'headers-too-large' | 'request-timeout'>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
