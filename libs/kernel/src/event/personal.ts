import type { Digest, HashAlgorithm } from '../hash';
import { erasableFields, withPayload, type EventTypes, type StoredEvent } from './event-type';
import { fieldDigests, withholdFields } from './payload';

/** 遮挡: fields of an event that are kept from a reader; they stay in the log. */
export interface MaskedFields {
  /** As users call them. */
  readonly titles: readonly string[];
  /** What stands in their places, so that the event still proves. */
  readonly digests: readonly Digest[];
}

export interface MaskedEvent {
  readonly event: StoredEvent;
  readonly masked: MaskedFields;
}

/**
 * The event without the fields that its type holds to be personal data or attachments.
 *
 * @returns `undefined` if it shows none.
 */
export function withoutPersonal(
  algorithm: HashAlgorithm,
  types: EventTypes,
  event: StoredEvent,
): MaskedEvent | undefined {
  const { type } = event.header;
  const known = Object.hasOwn(types, type) ? types[type] : undefined;
  const personal = Object.entries(known ? erasableFields(known) : {});
  if (personal.length === 0) return undefined;
  const digests = fieldDigests(algorithm, event.payloadText);
  const shown = personal.flatMap(([field, { title }]) => {
    const digest = digests.get(field);
    return digest === undefined ? [] : [{ title, digest }];
  });
  if (shown.length === 0) return undefined;
  const masked = { titles: shown.map(({ title }) => title), digests: shown.map(({ digest }) => digest) };
  const payloadText = withholdFields(algorithm, event.payloadText, new Set(masked.digests));
  return { event: withPayload(event, payloadText), masked };
}
