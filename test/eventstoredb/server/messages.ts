import { status, Metadata, type ServiceError } from '@grpc/grpc-js';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord, Outcome, Place } from './transaction-log';

/** 1 March 2026 in units of 100 ns; nobody relies on it. */
const CREATED = '17723232000000000';

export function readEvent(record: LogRecord): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(streamIdentifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.commit))
    .setPreparePosition(String(record.prepare))
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', CREATED);
  const event = new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(record.commit));
  return new ReadResp().setEvent(event);
}

export const confirmation = (): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('subscription'));

export const caughtUp = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());

export const checkpoint = ({ commit, prepare }: Place): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );

export const notFound = (stream: string): ReadResp =>
  new ReadResp().setStreamNotFound(
    new ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream)),
  );

/** A wrong expected version is an answer, not an error. */
export function appendAnswer(outcome: Outcome): AppendResp {
  if (outcome.kind === 'appended') {
    const position = new AppendResp.Position()
      .setCommitPosition(String(outcome.place.commit))
      .setPreparePosition(String(outcome.place.prepare));
    const success = new AppendResp.Success()
      .setCurrentRevision(String(outcome.current))
      .setPosition(position);
    return new AppendResp().setSuccess(success);
  }
  const wrong = new AppendResp.WrongExpectedVersion();
  if (outcome.current === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(outcome.current));
  return new AppendResp().setWrongExpectedVersion(wrong);
}

export const streamIdentifier = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));

export const unavailable = (): Partial<ServiceError> => ({
  code: status.UNAVAILABLE,
  details: 'Server Is Not Ready',
});

export const notLeader = (host: string, port: number): Partial<ServiceError> =>
  exception(status.NOT_FOUND, 'not-leader', 'Leader info available', {
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const tooLarge = (maxAppendSize: number): Partial<ServiceError> =>
  exception(status.INVALID_ARGUMENT, 'maximum-append-size-exceeded', 'Maximum Append Size Exceeded', {
    'maximum-append-size': String(maxAppendSize),
  });

/** As the server tells its exceptions: in trailers. */
function exception(
  code: status,
  name: string,
  details: string,
  more: Readonly<Record<string, string>>,
): Partial<ServiceError> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries({ exception: name, ...more })) metadata.set(key, value);
  return { code, details, metadata };
}
