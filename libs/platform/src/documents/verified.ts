import type { Digest } from '@liuhen/kernel';
import { Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Problem } from '../problem/problem';
import type { DocumentStore, OpenedDocument, Pieces } from './document-store';

const logger = new Logger('Documents');

/**
 * The pieces as they are read, hashed again. The last one is held back until all of them have proved to be what the
 * name says: whoever got everything got the right thing.
 *
 * @throws Problem `document-damaged`
 */
export async function* verified(pieces: Pieces, sha256: Digest): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    hash.update(piece);
    if (last) yield last;
    last = piece;
  }
  if (hash.digest('hex') !== sha256) throw damaged(sha256);
  if (last) yield last;
}

/** Opens what an event names, and what therefore must be there. @throws Problem `document-damaged` also if it is not */
export async function openNamed(store: DocumentStore, sha256: Digest): Promise<OpenedDocument> {
  const opened = await store.open(sha256);
  if (!opened) throw damaged(sha256, '文书缺失');
  return opened;
}

/** Told to who runs the server at once: the reader may see no more than an answer that broke off. */
function damaged(sha256: Digest, message = '文书已损坏：内容与其杂凑值不符'): Problem {
  logger.error({ message, sha256 });
  return new Problem('document-damaged');
}
