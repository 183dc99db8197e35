import {
  documentsIn,
  payloadData,
  type DocumentReference,
  type Secrecy,
  type StoredEvent,
} from '@liuhen/kernel';

/**
 * The document as the case's last event names it of those that the reader may read; `undefined` if none does: having the
 * hash of a document is no right to it.
 *
 * @param readable secrecies of the events that count.
 */
export function namedDocument(
  stream: readonly StoredEvent[],
  sha256: string,
  readable: readonly Secrecy[],
): DocumentReference | undefined {
  return stream
    .filter(({ header, payloadText }) => readable.includes(header.secrecy) && payloadText.includes(sha256))
    .flatMap(({ payloadText }) => documentsIn(payloadData(payloadText)))
    .findLast((document) => document.sha256 === sha256);
}
