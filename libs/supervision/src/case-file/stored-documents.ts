import { documentsIn, type DocumentReference, type Refusal } from '@liuhen/kernel';
import { requireNameFits, type DocumentStore, type IncomingBody } from '@liuhen/platform';
import { createHash } from 'node:crypto';
import { refuse } from './case-file.refusals';

/**
 * What an event says of a document must be so: each that the command names lies in the store, and its length and SM3
 * are those of the bytes there.
 *
 * @throws Refusal `document-not-stored`, `document-misdescribed`; Problem where the name does not fit the type
 */
export async function requireStored(store: DocumentStore, command: unknown): Promise<void> {
  for (const document of documentsIn(command)) {
    requireNameFits(document.mediaType, document.name);
    const refusal = await refuseDocument(store, document);
    if (refusal) throw refusal;
  }
}

/** Stores what was uploaded, for a command to name. @throws Problem where the name does not fit the type */
export async function keepUpload(
  store: DocumentStore,
  name: string,
  body: IncomingBody,
): Promise<DocumentReference> {
  requireNameFits(body.mediaType, name);
  return { ...(await store.put(body.content, body)), name };
}

async function refuseDocument(
  store: DocumentStore,
  { sha256, sm3, length }: DocumentReference,
): Promise<Refusal | undefined> {
  const opened = await store.open(sha256);
  if (!opened) return refuse('document-not-stored', 'document');
  const hash = createHash('sm3');
  for await (const piece of opened.content) hash.update(piece);
  const isSo = opened.length === length && hash.digest('hex') === sm3;
  return isSo ? undefined : refuse('document-misdescribed', 'document');
}
