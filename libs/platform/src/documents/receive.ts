import type { Digest } from '@liuhen/kernel';
import { createHash } from 'node:crypto';
import { Problem } from '../problem/problem';
import type { ExpectedDocument } from './document-store';

/** What is known of a document once all of it has come. */
export interface ReceivedContent {
  readonly sha256: Digest;
  readonly sm3: Digest;
  readonly length: number;
}

const BYTES_IN_MIB = 1024 * 1024;

/**
 * Passes a document on as it comes, piece by piece, and measures it: both digests in the one pass.
 *
 * @param limit in bytes; whatever is longer is refused as soon as that shows.
 */
export async function receive(
  content: AsyncIterable<Uint8Array>,
  { length: told = 0, sha256: wanted }: ExpectedDocument,
  limit: number,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<ReceivedContent> {
  if (told > limit) throw tooLarge(limit);
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
  let length = 0;
  for await (const piece of arriving(content)) {
    length += piece.length;
    if (length > limit) throw tooLarge(limit);
    sha256.update(piece);
    sm3.update(piece);
    await write(piece);
  }
  if (length === 0) throw new Problem('document-empty');
  const received = { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), length };
  if (wanted !== undefined && wanted !== received.sha256) throw new Problem('document-differs');
  return received;
}

/** What keeps a document from coming is another matter than what keeps it from being stored. */
async function* arriving(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    throw new Problem('document-incomplete', { cause });
  }
}

const tooLarge = (limit: number): Problem =>
  new Problem('document-too-large', {
    detail: `文书不得超过 ${String(Math.floor(limit / BYTES_IN_MIB))} MiB`,
  });
