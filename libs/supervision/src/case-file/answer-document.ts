import type { DocumentReference } from '@liuhen/kernel';
import { attachment, contentDigest, DOCUMENT_MEDIA_TYPES, type OpenedDocument } from '@liuhen/platform';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';

/** A document that the reader may read, and what it is called. */
export interface ReadableDocument extends OpenedDocument {
  readonly reference: DocumentReference;
}

/** A document is somebody else's work: it is saved, and does nothing where a browser should show it after all. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The document as a file to save, with the headers that go with it. */
export function answerDocument(
  { reference, length, content }: ReadableDocument,
  reply: FastifyReply,
): StreamableFile {
  const digest = contentDigest(reference.sha256);
  void reply.headers({ 'Content-Security-Policy': POLICY, 'Content-Digest': digest });
  return new StreamableFile(Readable.from(content, { objectMode: false }), {
    type: contentType(reference),
    disposition: attachment(reference.name),
    length,
  });
}

/** An event may have been entered that says otherwise than the upload did. */
function contentType({ mediaType }: DocumentReference): string {
  if (!DOCUMENT_MEDIA_TYPES.includes(mediaType)) return 'application/octet-stream';
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
}
