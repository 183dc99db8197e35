import { leafHash, PAYLOAD_REDACTED, type LogIdentity, type SealedEvent } from '@liuhen/kernel';
import { AppendTooLarge, BrokenChain, CannotErase, ClockBehind } from './errors';
import type { AppendRequest, Capabilities, ExpectedRevision } from './event-store';

/** The revision of a stream that does not exist, in arithmetic. */
const NO_STREAM = -1;

export const revisionNumber = (expected: ExpectedRevision): number =>
  expected === 'no-stream' ? NO_STREAM : expected;

export const expectedRevision = (revision: number): ExpectedRevision =>
  revision === NO_STREAM ? 'no-stream' : revision;

/** The bytes of headers and payloads. */
export const bytesOf = (request: AppendRequest): number =>
  sumOfTexts(request, (text) => Buffer.byteLength(text));

/** The same or more, found without looking at the texts: a UTF-16 unit takes three bytes of UTF-8 at most. */
const bytesAtMost = (request: AppendRequest): number => sumOfTexts(request, (text) => text.length * 3);

const sumOfTexts = ({ events }: AppendRequest, measure: (text: string) => number): number =>
  events.reduce((sum, event) => sum + measure(event.headerText) + measure(event.payloadText), 0);

/**
 * Checks what can be known of a request before the log is looked at: that its events belong to this log and
 * stream, follow one another and are hashed as they say.
 *
 * @throws BrokenChain | ClockBehind | CannotErase | AppendTooLarge
 */
export function checkRequest(
  identity: LogIdentity,
  { erases, maxAppendBytes }: Pick<Capabilities, 'erases' | 'maxAppendBytes'>,
  request: AppendRequest,
): void {
  const { stream, expected, events } = request;
  if (bytesAtMost(request) > maxAppendBytes && bytesOf(request) > maxAppendBytes)
    throw new AppendTooLarge(maxAppendBytes);
  if (!erases && events.some(({ header }) => header.type === PAYLOAD_REDACTED)) throw new CannotErase(stream);
  let previous: SealedEvent | undefined;
  let revision = revisionNumber(expected);
  if (events.length === 0) throw new RangeError(`an append to ${stream} without events`);
  for (const event of events) {
    revision++;
    if (!belongs(event, identity, stream, revision) || (previous && !follows(event, previous)))
      throw new BrokenChain(stream);
    if (previous && event.header.recordedAt < previous.header.recordedAt) throw new ClockBehind(stream);
    previous = event;
  }
}

const belongs = (
  { header, headerText, leafHash: leaf }: SealedEvent,
  { origin, hash }: LogIdentity,
  stream: string,
  revision: number,
): boolean =>
  header.log === origin &&
  header.stream === stream &&
  header.rev === revision &&
  leaf === leafHash(hash, headerText);

const follows = (event: SealedEvent, previous: SealedEvent): boolean =>
  event.header.prev === previous.leafHash;
