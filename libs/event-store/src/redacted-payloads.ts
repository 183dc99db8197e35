import {
  InvalidPayload,
  redactedPayload,
  redactionIn,
  type HashAlgorithm,
  type PayloadText,
  type Redaction,
  type SealedEvent,
} from '@liuhen/kernel';
import { UnfitRedaction } from './errors';
import type { AppendRequest } from './event-store';

/**
 * What the redactions of a request leave of the payloads of its stream, by revision.
 *
 * @param history the stream before the request.
 * @throws UnfitRedaction
 */
export function redactedPayloads(
  hash: HashAlgorithm,
  history: readonly SealedEvent[],
  { stream, events }: AppendRequest,
): ReadonlyMap<number, PayloadText> {
  const chain = [...history, ...events];
  const payloads = new Map<number, PayloadText>();
  for (const event of events) {
    const redaction = readRedaction(event, stream);
    if (!redaction) continue;
    const { rev } = redaction;
    const target = rev < event.header.rev ? chain[rev] : undefined;
    const payloadText = payloads.get(rev) ?? target?.payloadText ?? '';
    const left = target && redactedPayload(hash, { header: target.header, payloadText }, redaction);
    if (left === undefined) throw new UnfitRedaction(stream);
    payloads.set(rev, left);
  }
  return payloads;
}

function readRedaction(event: SealedEvent, stream: string): Redaction | undefined {
  try {
    return redactionIn(event);
  } catch (error) {
    if (error instanceof InvalidPayload) throw new UnfitRedaction(stream, { cause: error });
    throw error;
  }
}
