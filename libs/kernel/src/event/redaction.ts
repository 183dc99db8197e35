import { isDigest, type Digest, type HashAlgorithm } from '../hash';
import type { JsonValue } from '../json';
import {
  fieldDigests,
  InvalidPayload,
  payloadData,
  withheldDigests,
  withholdFields,
  type PayloadText,
} from './payload';
import type { SealedEvent } from './sealed-event';

/**
 * 依法遮蔽: the type of event that takes fields of an earlier event of its stream away for good. A store carries it out with
 * the append, and nothing else ever changes a payload: a withheld field without such an event is tampering.
 */
export const PAYLOAD_REDACTED = 'PayloadRedacted';

/** What of such an event says what it takes away; the rest of its data says why, and who approved it. */
export interface Redaction {
  /** Id and revision of the event. */
  readonly event: string;
  readonly rev: number;
  /** The digest of each field that is taken away, by its name. */
  readonly digests: Readonly<Record<string, Digest>>;
}

type Read = Pick<SealedEvent, 'header' | 'payloadText'>;

/** `undefined` for an event of another type. @throws InvalidPayload */
export function redactionIn({ header, payloadText }: Read): Redaction | undefined {
  if (header.type !== PAYLOAD_REDACTED) return undefined;
  const { event, rev, digests } = payloadData(payloadText);
  if (typeof event !== 'string' || typeof rev !== 'number' || !areDigests(digests))
    throw new InvalidPayload('not a redaction');
  return { event, rev, digests };
}

/** At least one. */
function areDigests(value: JsonValue | undefined): value is Record<string, Digest> {
  if (typeof value !== 'object' || value === null) return false;
  const digests = Object.values(value);
  return digests.length > 0 && digests.every(isDigest);
}

/**
 * The payload of an event after a redaction. What was taken away before may be named again.
 *
 * @returns `undefined` if the redaction is of another event, or names what this one never held. Redactions themselves
 * hold nothing that can be taken away.
 */
export function redactedPayload(
  algorithm: HashAlgorithm,
  { header, payloadText }: Read,
  { event, rev, digests }: Redaction,
): PayloadText | undefined {
  if (header.id !== event || header.rev !== rev || header.type === PAYLOAD_REDACTED) return undefined;
  const shown = fieldDigests(algorithm, payloadText);
  const gone = new Set(withheldDigests(payloadText));
  const fits = Object.entries(digests).every(
    ([field, digest]) => shown.get(field) === digest || gone.has(digest),
  );
  return fits ? withholdFields(algorithm, payloadText, new Set(Object.values(digests))) : undefined;
}
