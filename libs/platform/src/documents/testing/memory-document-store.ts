import type { Digest } from '@liuhen/kernel';
import {
  DocumentStore,
  type ExpectedDocument,
  type OpenedDocument,
  type StoredDocument,
} from '../document-store';
import { requireAllowed, requireOfType } from '../document-types';
import { receive } from '../receive';
import { verified } from '../verified';

/** Documents that end with the test. */
export class MemoryDocumentStore extends DocumentStore {
  readonly documents = new Map<Digest, Buffer>();

  constructor(private readonly limit: number) {
    super();
  }

  async put(content: AsyncIterable<Uint8Array>, expected: ExpectedDocument): Promise<StoredDocument> {
    requireAllowed(expected.mediaType);
    const pieces: Uint8Array[] = [];
    const received = await receive(content, expected, this.limit, async (piece) => void pieces.push(piece));
    const whole = Buffer.concat(pieces);
    const read = async (offset: number, length: number): Promise<Buffer> =>
      whole.subarray(offset, offset + length);
    await requireOfType({ length: whole.length, read }, expected.mediaType);
    this.documents.set(received.sha256, whole);
    return { ...received, mediaType: expected.mediaType };
  }

  async open(sha256: Digest): Promise<OpenedDocument | undefined> {
    const whole = this.documents.get(sha256);
    return whole && { length: whole.length, content: verified([whole], sha256) };
  }

  async has(sha256: Digest): Promise<boolean> {
    return this.documents.has(sha256);
  }

  async remove(sha256: Digest): Promise<void> {
    this.documents.delete(sha256);
  }
}
