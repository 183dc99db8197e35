import type { IncomingMessage } from 'node:http';
import { v7 as uuidv7 } from 'uuid';

/** Names a conversation across systems; what the client sends is taken over if it is harmless in a log. */
export const CORRELATION_HEADER = 'Correlation-Id';

const CORRELATION = /^[A-Za-z0-9._:-]{1,64}$/;

export function correlationOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[CORRELATION_HEADER.toLowerCase()];
  return typeof given === 'string' && CORRELATION.test(given) ? given : uuidv7();
}
