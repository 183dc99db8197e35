import { jsonEvent } from '@eventstore/db-client';
import type { LogIdentity } from '@liuhen/kernel';
import { ForeignLog, StoreUnavailable } from '../errors';
import type { Calls, Received } from './calls';
import { failureOf, isStreamNotFound } from './failures';
import { isPlace, type Place } from './positions';
import type { StreamNames } from './stream-names';

const TYPE = 'LogFounded';
const ATTEMPTS = 3;

/**
 * Makes sure that the server's log is this one, and founds it if there is none: one event in a stream that nobody
 * but the first can begin.
 *
 * @returns its place; all events of the log come after it.
 * @throws ForeignLog | StoreUnavailable
 */
export async function foundLog(calls: Calls, names: StreamNames, identity: LogIdentity): Promise<Place> {
  for (let attempt = 1; ; attempt++) {
    const founding = await readFounding(calls, names.founding);
    if (founding) {
      checkIdentity(identity, founding);
      return placeOf(founding);
    }
    if (attempt === ATTEMPTS) throw new StoreUnavailable(`log ${identity.name} cannot be founded`);
    await found(calls, names.founding, identity);
  }
}

/** The event's place in `$all`. @throws StoreUnavailable if the server is too old to say it (KurrentDB #3459). */
export function placeOf({ position }: Received): Place {
  if (!position || !isPlace(position))
    throw new StoreUnavailable(
      'EventStoreDB 22.6 or later is needed: this one does not say where events lie',
    );
  return position;
}

async function readFounding(calls: Calls, stream: string): Promise<Received | undefined> {
  try {
    for await (const event of calls.readStream(stream, 0n, 1)) return event;
  } catch (error) {
    if (!isStreamNotFound(error)) throw error;
  }
  return undefined;
}

/** Whether it went well, or somebody else was first, is seen by reading. */
async function found(calls: Calls, stream: string, { origin, hash }: LogIdentity): Promise<void> {
  const event = jsonEvent({ type: TYPE, data: { origin, hash } });
  try {
    await calls.append(stream, 'no-stream', [event], calls.silenceMs);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'unsent') throw new StoreUnavailable('EventStoreDB cannot be reached', { cause: error });
    if (failure !== 'conflict' && failure !== 'unknown') throw error;
  }
}

function checkIdentity({ origin, hash }: LogIdentity, { type, data }: Received): void {
  const found = (type === TYPE ? data : {}) as { readonly origin?: unknown; readonly hash?: unknown };
  if (found.origin !== origin || found.hash !== hash)
    throw new ForeignLog(`${origin} (${hash})`, `${String(found.origin)} (${String(found.hash)})`);
}
