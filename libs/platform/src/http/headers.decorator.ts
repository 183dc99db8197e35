import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem';

export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;

/** The key that makes a command repeatable; every command needs one. @throws Problem */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const key = headers[IDEMPOTENCY_KEY_HEADER.toLowerCase()];
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key))
    throw new Problem('idempotency-key-required', { field: IDEMPOTENCY_KEY_HEADER });
  return key;
}

/** The person's own signature over the command (docs/guides/signing-commands.md). */
export const COMMAND_SIGNATURE_HEADER = 'Command-Signature';

/** As it came; whether it holds is asked when the command is decided. */
export function commandSignatureOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const signature = headers[COMMAND_SIGNATURE_HEADER.toLowerCase()];
  return signature === undefined ? null : String(signature);
}

/** A strong entity tag as this server gives it, RFC 9110 §8.8.3: the revision in quotes. */
export const entityTag = (revision: number): string => `"${String(revision)}"`;

const ENTITY_TAG = /^"(\d{1,15})"$/;

/** The revision that the user had seen, from `If-Match`; `undefined` without the header. @throws Problem */
export function seenRevisionOf({ headers }: Pick<FastifyRequest, 'headers'>): number | undefined {
  const given = headers['if-match'];
  if (given === undefined) return undefined;
  const revision = ENTITY_TAG.exec(given)?.[1];
  if (revision === undefined) throw new Problem('invalid-if-match', { field: 'If-Match' });
  return Number(revision);
}

/** Parameter of a command's route: `number | undefined`, for `Execution.seenRevision`. */
export const SeenRevision = createParamDecorator((_: unknown, context: ExecutionContext) =>
  seenRevisionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
