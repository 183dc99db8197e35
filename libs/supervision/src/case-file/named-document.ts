import { documentsIn, payloadData, type DocumentReference, type StoredEvent } from '@liuhen/kernel';

/**
 * The document as the last of the events names it; `undefined` if none does: having the hash of a document is no right
 * to it.
 *
 * @param readable the events that the reader may read.
 */
export const namedDocument = (
  readable: readonly StoredEvent[],
  sha256: string,
): DocumentReference | undefined =>
  readable
    .filter(({ payloadText }) => payloadText.includes(sha256))
    .flatMap(({ payloadText }) => documentsIn(payloadData(payloadText)))
    .findLast((document) => document.sha256 === sha256);
