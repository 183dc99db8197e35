import type { AskedCommand, JsonValue } from '@liuhen/kernel';
import type { FastifyRequest } from 'fastify';

/** The command that a request is, before anything is made of it. */
export const askedCommandOf = ({
  method,
  url,
  body,
}: Pick<FastifyRequest, 'method' | 'url' | 'body'>): AskedCommand => ({
  method,
  path: segmentsOf(url),
  body: (body ?? null) as JsonValue,
});

/** The router has refused what cannot be decoded. */
const segmentsOf = (url: string): readonly string[] =>
  (url.split('?')[0] ?? '').slice(1).split('/').map(decodeURIComponent);
