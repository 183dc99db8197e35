import {
  erasableFields,
  fieldDigests,
  withholdFields,
  type Digest,
  type EventType,
  type HashAlgorithm,
  type StoredEvent,
} from '@liuhen/kernel';
import { acts } from '@liuhen/supervision';

const TYPES: ReadonlyMap<string, EventType> = new Map(acts.flatMap(({ events }) => Object.entries(events)));

/** The lines of an event's payload without the fields with parties' personal data, and the digests of these. */
export function withoutPersonal(
  algorithm: HashAlgorithm,
  { header, payloadText }: StoredEvent,
): { readonly lines: readonly string[] | undefined; readonly digests: readonly Digest[] } {
  const type = TYPES.get(header.type);
  const shown = fieldDigests(algorithm, payloadText);
  const digests = Object.keys(type ? erasableFields(type) : {}).flatMap((field) => shown.get(field) ?? []);
  if (digests.length === 0) return { lines: undefined, digests };
  return { lines: withholdFields(algorithm, payloadText, new Set(digests)).split('\n'), digests };
}
