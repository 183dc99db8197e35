import { seal, type EventHeader, type JsonObject, type LogIdentity, type SealedEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { expectedRevision } from '../check-request';
import type { AppendRequest } from '../event-store';
import { logIdentity, type Deployment } from '../log-identity';
import { seededEntropy } from './entropy';

export const TEST_DEPLOYMENT: Deployment = { origin: 'test.invalid', hash: 'sha256' };

export const TEST_LOG: LogIdentity = logIdentity(TEST_DEPLOYMENT, 'business');

export interface ChainOptions {
  readonly log?: LogIdentity;
  readonly stream?: string;
  /** The stream's last event; the chain begins the stream unless given. */
  readonly after?: SealedEvent | undefined;
  readonly data?: JsonObject;
  /** Two chains of different seeds differ in ids and salts. */
  readonly seed?: string;
  /** Of every event. */
  readonly header?: Partial<EventHeader>;
}

/** So many sealed events that follow one another in a stream. */
export function sealedChain(count: number, options: ChainOptions = {}): readonly SealedEvent[] {
  const { log = TEST_LOG, stream = 'case-test', after, data = { text: '内容' }, header } = options;
  const first = after ? after.header.rev + 1 : 0;
  const entropy = seededEntropy(`${options.seed ?? ''}/${log.origin}/${stream}/${String(first)}`);
  const chain: SealedEvent[] = [];
  for (let index = 0; index < count; index++) {
    const last = chain.at(-1) ?? after;
    const complete = someHeader({
      id: entropy.newId(),
      log: log.origin,
      stream,
      rev: first + index,
      prev: last?.leafHash ?? null,
      ...header,
    });
    chain.push(seal(log.hash, complete, data, () => entropy.newSalt()));
  }
  return chain;
}

/** The request that stores the events where their headers say. */
export function requestFor(events: readonly SealedEvent[]): AppendRequest {
  const first = events[0]?.header;
  if (!first) throw new RangeError('a request needs events');
  return { stream: first.stream, expected: expectedRevision(first.rev - 1), events };
}
