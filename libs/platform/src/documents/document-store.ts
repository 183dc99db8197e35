import type { Digest, DocumentReference } from '@liuhen/kernel';

/** A document as it lies in the store; what it is called, its events say. */
export type StoredDocument = Omit<DocumentReference, 'name'>;

/** What is told of a document before it comes. */
export interface ExpectedDocument {
  /** One of the allowed types; the content must fit it. */
  readonly mediaType: string;
  /** In bytes, where it is told. */
  readonly length?: number | undefined;
  /** Where it is told; other content is refused then. */
  readonly sha256?: Digest | undefined;
}

/** A document's bytes in order. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface OpenedDocument {
  /** In bytes, as it lies in the store. */
  readonly length: number;
  /**
   * Hashed again while it is read: fails with the Problem `document-damaged` before its last bytes if they are not what
   * the name says. To be read once.
   */
  readonly content: Pieces;
}

/** 文书库: documents by the SHA-256 of their content, which never changes; the same content is stored once. */
export abstract class DocumentStore {
  /**
   * Durable when it resolves; nothing of it is there if it fails.
   *
   * @throws Problem `document-empty`, `document-too-large`, `document-type-not-allowed`, `document-type-differs`,
   * `document-differs`, `document-incomplete`, `document-store-full`, `document-store-unavailable`
   */
  abstract put(content: AsyncIterable<Uint8Array>, expected: ExpectedDocument): Promise<StoredDocument>;

  /** `undefined` if there is no such document. @throws Problem `document-damaged`, `document-store-unavailable` */
  abstract open(sha256: Digest): Promise<OpenedDocument | undefined>;

  /** @throws Problem `document-store-unavailable` */
  abstract has(sha256: Digest): Promise<boolean>;

  /**
   * Takes the content away for good (依法遮蔽), durably before it returns; nothing happens if it is not there.
   *
   * @throws Problem `document-store-unavailable`
   */
  abstract remove(sha256: Digest): Promise<void>;
}
