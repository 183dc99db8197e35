import { digest, type Digest, type HashAlgorithm } from '../hash';
import type { JsonObject } from '../json';
import { headerText, type EventHeader } from './header';
import { sealPayload, type PayloadText } from './payload';

/** An event ready to be stored: its bytes are final, and are what is hashed and later verified. */
export interface SealedEvent {
  readonly header: EventHeader;
  readonly headerText: string;
  readonly payloadText: PayloadText;
  readonly leafHash: Digest;
}

/** Leaf hash = H(0x00 ‖ header bytes), as RFC 6962 hashes a leaf. */
export const leafHash = (algorithm: HashAlgorithm, header: string): Digest =>
  digest(algorithm, 'leaf', header);

export function seal(
  algorithm: HashAlgorithm,
  header: Omit<EventHeader, 'payloadHash'>,
  data: JsonObject,
  newSalt: () => string,
): SealedEvent {
  const payload = sealPayload(algorithm, data, newSalt);
  const complete: EventHeader = { ...header, payloadHash: payload.hash };
  const text = headerText(complete);
  return {
    header: complete,
    headerText: text,
    payloadText: payload.text,
    leafHash: leafHash(algorithm, text),
  };
}
