import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { nodeDisk } from '../durable/disk';
import { blockOf, bodyLength, HEADER_BYTES, isWhole, placesIn, type Pages, type Place } from './commit-block';

/** Below that, what is superseded is not worth the while. */
const COMPACT_FROM_BYTES = 64 * 1024 * 1024;
const PAGES_AT_ONCE = 1_000;

/**
 * Pages by id in one file that only grows: each commit appends the pages that changed, all or none of them, and is on the
 * disk when it returns. Where a page lies is held in memory, what it holds is not. What is superseded goes when the file is
 * written anew. For what can be found out again: from the first commit on that is not whole, all is as if it had never been.
 */
export class PageFile {
  #file: number;
  #places = new Map<string, Place>();
  #end = 0;
  #live = 0;

  constructor(
    private readonly path: string,
    private readonly compactFrom = COMPACT_FROM_BYTES,
  ) {
    this.#file = openOrCreate(path);
    this.#load();
  }

  read(id: string): Uint8Array | undefined {
    const place = this.#places.get(id);
    return place && bytesAt(this.#file, place);
  }

  commit(pages: Pages): void {
    this.#append(pages);
    fsyncSync(this.#file);
    // The commit outlasts everything from here on; cut off before, its rest is removed at the next opening.
    if (this.#end > Math.max(this.compactFrom, 2 * this.#live)) this.#compact();
  }

  close(): void {
    closeSync(this.#file);
  }

  #load(): void {
    for (let block = this.#blockAtEnd(); block; block = this.#blockAtEnd()) this.#take(block);
    if (this.#end === fstatSync(this.#file).size) return;
    ftruncateSync(this.#file, this.#end);
    fsyncSync(this.#file);
  }

  /** `undefined` where none is whole. */
  #blockAtEnd(): Buffer | undefined {
    const header = bytesAt(this.#file, { at: this.#end, length: HEADER_BYTES });
    const length = bodyLength(header);
    if (length === undefined || this.#end + length > fstatSync(this.#file).size) return undefined;
    const body = bytesAt(this.#file, { at: this.#end + HEADER_BYTES, length });
    return isWhole(header, body) ? Buffer.concat([header, body]) : undefined;
  }

  #append(pages: Pages): void {
    const block = blockOf(pages);
    for (let written = 0; written < block.length;)
      written += writeSync(this.#file, block, written, block.length - written, this.#end + written);
    this.#take(block);
  }

  #take(block: Buffer): void {
    for (const [id, { at, length }] of placesIn(block.subarray(HEADER_BYTES))) {
      this.#live += length - (this.#places.get(id)?.length ?? 0);
      if (length === 0) this.#places.delete(id);
      else this.#places.set(id, { at: this.#end + HEADER_BYTES + at, length });
    }
    this.#end += block.length;
  }

  /** The former file is whole until the new one has its name. */
  #compact(): void {
    const draft = `${this.path}.new`;
    rmSync(draft, { force: true });
    const anew = new PageFile(draft, Infinity);
    const ids = [...this.#places.keys()];
    for (let first = 0; first < ids.length; first += PAGES_AT_ONCE) {
      const some = ids.slice(first, first + PAGES_AT_ONCE);
      anew.#append(new Map(some.map((id) => [id, this.read(id) ?? new Uint8Array()])));
    }
    fsyncSync(anew.#file);
    renameSync(draft, this.path);
    nodeDisk.syncDirectory(dirname(this.path));
    this.close();
    this.#file = anew.#file;
    this.#places = anew.#places;
    this.#end = anew.#end;
    this.#live = anew.#live;
  }
}

function openOrCreate(path: string): number {
  if (existsSync(path)) return openSync(path, 'r+');
  const file = openSync(path, 'wx+', 0o600);
  nodeDisk.syncDirectory(dirname(path));
  return file;
}

/** Fewer where the file ends. */
function bytesAt(file: number, { at, length }: Place): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (;;) {
    const more = readSync(file, bytes, read, length - read, at + read);
    if (more === 0) return bytes.subarray(0, read);
    read += more;
  }
}
