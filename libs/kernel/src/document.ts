import { isDigest, type Digest } from './hash';

/** 文书: what an event carries of a document that is stored outside the events, by its content. */
export interface DocumentReference {
  /** By which it is stored and asked for. */
  readonly sha256: Digest;
  /** GM/T 0004-2012, of the same bytes. */
  readonly sm3: Digest;
  /** In bytes. */
  readonly length: number;
  /** As people call it, with its extension; no path. */
  readonly name: string;
  /** Such as `application/pdf`. */
  readonly mediaType: string;
}

export const MAX_DOCUMENT_NAME = 200;

/** Shown to people and sent in a header, and the name of a file wherever it is saved: no path, no control character. */
export const isDocumentName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.isWellFormed() &&
  value.length <= MAX_DOCUMENT_NAME &&
  value.trim() === value &&
  !/^\.{0,2}$|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/u.test(value);

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,126}$/;

/** What more an object says, such as what the document is for, does not matter. */
export function isDocumentReference(value: unknown): value is DocumentReference {
  if (typeof value !== 'object' || value === null) return false;
  const { sha256, sm3, length, name, mediaType } = value as Partial<Record<keyof DocumentReference, unknown>>;
  return (
    isDigest(sha256) &&
    isDigest(sm3) &&
    Number.isSafeInteger(length) &&
    Number(length) > 0 &&
    isDocumentName(name) &&
    typeof mediaType === 'string' &&
    MEDIA_TYPE.test(mediaType)
  );
}

/** The documents that a payload names, wherever in it: no act has to say in which of its fields they are. */
export function documentsIn(data: unknown): readonly DocumentReference[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isDocumentReference(data)) return [data];
  return Object.values(data).flatMap(documentsIn);
}
