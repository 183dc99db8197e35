import { isDigest, type Digest } from '@liuhen/kernel';
import { randomUUID } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { piecesOf, type Content } from './content';
import {
  DocumentStore,
  type ExpectedDocument,
  type OpenedDocument,
  type StoredDocument,
} from './document-store';
import { diskProblem, isAbsent } from './disk-problem';
import { requireAllowed, requireOfType } from './document-types';
import { receive } from './receive';
import { verified } from './verified';

/** What of the file system is used; tests let it fail. */
export type Files = Pick<typeof nodeFiles, 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat'>;

export interface FileDocumentStoreOptions {
  /** Absolute; all processes of a deployment share it. */
  readonly directory: string;
  /** Longest document in bytes. */
  readonly limit: number;
  readonly files?: Files;
}

/** For documents that are still coming; their names are no hashes, so that none is ever taken for a document. */
const INCOMING = 'incoming';
/** Longer than any request lasts: whatever was not written to for so long, nobody is writing any more. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;
/** Up to here a document is checked before its first byte is given out. */
const CHECKED_AHEAD = 1024 * 1024;

/**
 * Documents as files, `ab/cd/abcd…` after their SHA-256. A document gets its name only when all of it is on the disk; the
 * name is on the disk before it is told to anybody. After a crash at any moment there is the whole document or none.
 */
export class FileDocumentStore extends DocumentStore {
  readonly #files: Files;

  private constructor(private readonly options: Required<FileDocumentStoreOptions>) {
    super();
    this.#files = options.files;
  }

  /** Makes the directory, and sweeps what a crash left behind. */
  static async open({ files = nodeFiles, ...options }: FileDocumentStoreOptions): Promise<FileDocumentStore> {
    await files.mkdir(join(options.directory, INCOMING), { recursive: true, mode: 0o700 });
    const store = new FileDocumentStore({ ...options, files });
    await store.#sweep();
    return store;
  }

  async put(content: AsyncIterable<Uint8Array>, expected: ExpectedDocument): Promise<StoredDocument> {
    requireAllowed(expected.mediaType);
    const incoming = join(this.options.directory, INCOMING, randomUUID());
    try {
      const received = await this.#receive(content, expected, incoming);
      await this.#name(incoming, received.sha256);
      return { ...received, mediaType: expected.mediaType };
    } catch (error) {
      await this.#files.rm(incoming, { force: true }).catch(() => undefined);
      throw diskProblem(error);
    }
  }

  async open(sha256: Digest): Promise<OpenedDocument | undefined> {
    const length = await this.#lengthOf(sha256);
    if (length === undefined) return undefined;
    const path = this.#pathOf(sha256);
    if (length > CHECKED_AHEAD) return { length, content: verified(this.#pieces(path), sha256) };
    const checked: Uint8Array[] = [];
    for await (const piece of verified(this.#pieces(path), sha256)) checked.push(piece);
    return { length, content: checked };
  }

  async has(sha256: Digest): Promise<boolean> {
    return (await this.#lengthOf(sha256)) !== undefined;
  }

  /** If we die before the directory is on the disk, the document may be back, but nobody was told that it is gone. */
  async remove(sha256: Digest): Promise<void> {
    if ((await this.#lengthOf(sha256)) === undefined) return;
    const path = this.#pathOf(sha256);
    try {
      await this.#files.rm(path, { force: true });
      await this.#sync(dirname(path));
    } catch (error) {
      throw diskProblem(error);
    }
  }

  /** All of it is on the disk, under a name that means nothing, when it resolves. */
  async #receive(content: AsyncIterable<Uint8Array>, expected: ExpectedDocument, incoming: string) {
    const handle = await this.#files.open(incoming, 'wx+', 0o600);
    try {
      const write = (piece: Uint8Array): Promise<void> => handle.writeFile(piece);
      const received = await receive(content, expected, this.options.limit, write);
      await requireOfType(contentOf(handle, received.length), expected.mediaType);
      await handle.sync();
      return received;
    } finally {
      await handle.close();
    }
  }

  /**
   * A file of that name is replaced: it has the same content, or is damaged and thereby mended. If we die before the
   * directories are on the disk, the document may be there or not, but nobody was told that it is.
   */
  async #name(incoming: string, sha256: Digest): Promise<void> {
    const path = this.#pathOf(sha256);
    const inner = dirname(path);
    await this.#files.mkdir(inner, { recursive: true, mode: 0o700 });
    await this.#files.rename(incoming, path);
    // The outer ones too: another process may have made them and not come this far.
    for (const directory of [inner, dirname(inner), this.options.directory]) await this.#sync(directory);
  }

  async #sync(directory: string): Promise<void> {
    const handle = await this.#files.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** `undefined` if it is not there; nothing but a digest is ever made part of a path. */
  async #lengthOf(sha256: Digest): Promise<number | undefined> {
    if (!isDigest(sha256)) return undefined;
    try {
      return (await this.#files.stat(this.#pathOf(sha256))).size;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw diskProblem(error);
    }
  }

  #pathOf(sha256: Digest): string {
    return join(this.options.directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Opened only when somebody reads, so that what nobody reads needs not be closed. */
  async *#pieces(path: string): AsyncGenerator<Uint8Array> {
    const handle = await this.#files.open(path, 'r').catch(raise);
    try {
      yield* piecesOf(contentOf(handle, (await handle.stat()).size));
    } catch (error) {
      throw diskProblem(error);
    } finally {
      await handle.close();
    }
  }

  /** Other processes may be writing to theirs just now. */
  async #sweep(): Promise<void> {
    const directory = join(this.options.directory, INCOMING);
    const latest = Date.now() - ABANDONED_AFTER_MS;
    for (const name of await this.#files.readdir(directory)) {
      const path = join(directory, name);
      // Another process that starts may have been first.
      const { mtimeMs } = await this.#files.stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < latest) await this.#files.rm(path, { force: true });
    }
  }
}

const contentOf = (handle: FileHandle, length: number): Content => ({
  length,
  read: async (offset, wanted) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  },
});

const raise = (error: unknown): never => {
  throw diskProblem(error);
};
