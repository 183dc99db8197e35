import type { Party } from '@liuhen/kernel';
import type { FastifyRequest } from 'fastify';

/** Who makes a request, as far as the log may say it. */
export interface Requester {
  readonly person: string;
  /** Id of the post. */
  readonly post: string;
  /** Code of the post's court. */
  readonly court: string;
  readonly party: Party;
  /** Number of the delegation by which they are in the post; `null` in their own. */
  readonly delegation: string | null;
}

type Request = Pick<FastifyRequest, 'id'>;

const requesters = new WeakMap<Request, Requester>();

/** For whoever finds out who asks, so that what is logged of the request can name them. */
export function noteRequester(request: Request, { person, post, court, party, delegation }: Requester): void {
  requesters.set(request, { person, post, court, party, delegation });
}

/** `undefined` on a public route, and until somebody has found out. */
export const requesterOf = (request: Request): Requester | undefined => requesters.get(request);
