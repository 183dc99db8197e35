import {
  documentsIn,
  erasableFields,
  fieldDigests,
  payloadData,
  type Digest,
  type EventTypes,
  type HashAlgorithm,
  type JsonValue,
  type Secrecy,
  type StoredEvent,
} from '@liuhen/kernel';

/** The event of which fields are to be taken away, as it lies in the stream. */
export interface RedactionTarget {
  readonly event: string;
  readonly rev: number;
  readonly type: string;
  readonly secrecy: Secrecy;
  /** What users call the fields that its type lets go, by their names. */
  readonly erasable: Readonly<Record<string, string>>;
  /** The fields that are still there, by their names. */
  readonly shown: Readonly<Record<string, ShownField>>;
}

export interface ShownField {
  readonly digest: Digest;
  /** SHA-256 of the documents that it names. */
  readonly documents: readonly Digest[];
  /** Every text in it. */
  readonly texts: readonly string[];
}

/** @param types of all acts, which say what may go. */
export function redactionTarget(
  hash: HashAlgorithm,
  types: EventTypes,
  { header, payloadText }: StoredEvent,
): RedactionTarget {
  const { id, rev, type, secrecy } = header;
  const fields = Object.hasOwn(types, type) ? Object.entries(erasableFields(types[type] ?? NOTHING)) : [];
  const digests = fieldDigests(hash, payloadText);
  const shown = Object.entries(payloadData(payloadText)).map(([name, value]) => [
    name,
    {
      digest: digests.get(name),
      documents: documentsIn(value).map(({ sha256 }) => sha256),
      texts: textsIn(value),
    },
  ]);
  return {
    ...{ event: id, rev, type, secrecy },
    erasable: Object.fromEntries(fields.map(([name, { title }]) => [name, title])),
    shown: Object.fromEntries(shown) as RedactionTarget['shown'],
  };
}

const NOTHING = { schema: 1 };

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((part: JsonValue | undefined) => textsIn(part ?? null))
    : [];
}
