import type { LogIdentity, SealedEvent, StoredEvent } from '@liuhen/kernel';
import { DamagedEvent } from '../errors';
import type { Received } from './calls';
import { placeOf } from './founding';
import { decodeFrame, InvalidFrame } from './frame';
import type { PlacePositions } from './positions';
import type { StreamNames } from './stream-names';

interface Log {
  readonly names: StreamNames;
  readonly identity: LogIdentity;
  readonly positions: PlacePositions;
}

/** An event of the log from what the server gave; it must say of itself what the server says of it. @throws DamagedEvent */
export function storedEvent(event: Received, { names, identity, positions }: Log): StoredEvent {
  const stream = names.own(event.streamId) ?? event.streamId;
  const revision = Number(event.revision);
  const { header, ...sealed } = sealedEvent(event, stream, identity);
  const asTheServerSays =
    header.log === identity.origin &&
    header.stream === stream &&
    header.rev === revision &&
    header.id === event.id &&
    header.type === event.type;
  if (!asTheServerSays) throw new DamagedEvent(stream, revision, 'holds an event that belongs elsewhere');
  return { header, ...sealed, position: positions.of(placeOf(event)) };
}

function sealedEvent(event: Received, stream: string, { hash }: LogIdentity): SealedEvent {
  const revision = Number(event.revision);
  if (event.isJson) throw new DamagedEvent(stream, revision, 'holds JSON, which this log never does');
  try {
    return decodeFrame(hash, event.data);
  } catch (error) {
    if (!(error instanceof InvalidFrame)) throw error;
    throw new DamagedEvent(stream, revision, error.message, { cause: error });
  }
}
