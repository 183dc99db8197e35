import type { Digest } from '@liuhen/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Problem } from '../problem/problem';

/** A body that is read while it comes, and what the request says of it. */
export interface IncomingBody {
  /** To be read once. Whoever stops reading leaves the connection open, so that the answer still goes out on it. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Without its parameters; empty where it is not told. */
  readonly mediaType: string;
  /** In bytes, where it is told. */
  readonly length: number | undefined;
  /** Where it is told: RFC 9530. */
  readonly sha256: Digest | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    streamsBody?: true;
  }
}

const DIGEST_HEADER = 'Content-Digest';

/** A route that reads its body by {@link StreamedBody}: of any type and length, which is for the route to limit. */
export const StreamsBody = (mediaTypes: readonly string[], description: string): MethodDecorator =>
  applyDecorators(
    RouteConfig({ streamsBody: true }),
    ApiConsumes(...mediaTypes),
    ApiBody({ description, schema: { type: 'string', format: 'binary' } }),
    ApiHeader({
      name: DIGEST_HEADER,
      required: false,
      description: '内容的 SHA-256（RFC 9530），例如 sha-256=:Base64:；给出的，收到的内容不符即不保存',
    }),
  );

/** Whether the request's body is left to its route to read. */
export const isStreamed = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.streamsBody === true;

/** Parameter of a route that {@link StreamsBody}: an `IncomingBody`. */
export const StreamedBody = createParamDecorator((_: unknown, context: ExecutionContext): IncomingBody => {
  const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
  const { 'content-length': length, 'content-type': type = '' } = headers;
  return {
    content: contentOf(body),
    mediaType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    length: length === undefined ? undefined : Number(length),
    sha256: digestIn(headers[DIGEST_HEADER.toLowerCase()]),
  };
});

/** Without a body, or with one of JSON, there is nothing to read. */
async function* contentOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (!(body instanceof Readable)) return;
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } finally {
    // What is left is read and dropped: the client sees the answer only when it has sent all.
    body.resume();
  }
}

const SHA256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/;

function digestIn(header: string | readonly string[] | undefined): Digest | undefined {
  if (header === undefined) return undefined;
  const digest = SHA256.exec(String(header))?.[1];
  if (digest === undefined)
    throw new Problem('invalid-request', {
      field: DIGEST_HEADER,
      detail: `${DIGEST_HEADER} 须为 sha-256=:Base64:`,
    });
  return Buffer.from(digest, 'base64').toString('hex');
}

/** Of the header by which an answer says what its content is. */
export const contentDigest = (sha256: Digest): string =>
  `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
