import { createHash } from 'node:crypto';
import {
  fromHex,
  textOf,
  toHex,
  utf8,
  type HeadEntry,
  type HeadsPages,
  type StreamHead,
} from '@liuhen/ledger';
import { auditedIn, NOTHING_AUDITED, recordOf, type Audited } from './audited';
import type { PageFile } from './page-file';

/** Entries for which no heads have been recorded yet are kept so many to a page. */
const ENTRIES_A_PAGE = 32;

type StreamRow = readonly [stream: string, rev: number, leaf: string, recordedAt: string];
type EntryRow = readonly [stream: string, rev: number, leaf: string];

/**
 * What an auditor keeps of a log: how far it is audited, the last event of every stream, the map of heads, and the entries
 * since the last heads. What is noted counts only once it is committed, all of it at once.
 */
export class AuditMemory {
  #noted = new Map<string, Uint8Array>();

  constructor(private readonly file: PageFile) {}

  get audited(): Audited {
    const page = this.#read('audited');
    return page ? auditedIn(textOf(page)) : NOTHING_AUDITED;
  }

  /** The last events of streams, so far as they have one. */
  streams(names: Iterable<string>): ReadonlyMap<string, StreamHead> {
    const pages = new Set([...names].map(streamPage));
    const rows = [...pages].flatMap((id) => this.#rows<StreamRow>(id));
    return new Map(rows.map(([stream, rev, leaf, recordedAt]) => [stream, { rev, leaf, recordedAt }]));
  }

  noteStreams(streams: ReadonlyMap<string, StreamHead>): void {
    const pages = new Map<string, Map<string, StreamRow>>();
    for (const [stream, { rev, leaf, recordedAt }] of streams) {
      const id = streamPage(stream);
      const rows = pages.get(id) ?? new Map(this.#rows<StreamRow>(id).map((row) => [row[0], row]));
      pages.set(id, rows.set(stream, [stream, rev, leaf, recordedAt]));
    }
    for (const [id, rows] of pages) this.#noteRows(id, [...rows.values()]);
  }

  readonly headsPages: HeadsPages = {
    read: (ids) => {
      const found = new Map<string, Uint8Array>();
      for (const id of ids) {
        const page = this.#read(`heads/${id}`);
        if (page) found.set(id, page);
      }
      return Promise.resolve(found);
    },
  };

  noteHeads(pages: ReadonlyMap<string, Uint8Array>): void {
    for (const [id, page] of pages) this.#noted.set(`heads/${id}`, page);
  }

  /** @param from leaf of the first one. */
  noteEntries(from: number, entries: readonly HeadEntry[]): void {
    const rows = entries.map(({ stream, rev, leaf }): EntryRow => [stream, rev, toHex(leaf)]);
    for (let done = 0; done < rows.length;) {
      const [id, place] = entryPlace(from + done);
      const some = rows.slice(done, done + ENTRIES_A_PAGE - place);
      this.#noteRows(id, [...this.#rows<EntryRow>(id).slice(0, place), ...some]);
      done += some.length;
    }
  }

  /** The entries of these leaves, which have been noted and not forgotten. */
  entries(from: number, to: number): readonly HeadEntry[] {
    const found: HeadEntry[] = [];
    while (from + found.length < to) {
      const [id, place] = entryPlace(from + found.length);
      const rows = this.#rows<EntryRow>(id).slice(place, place + to - from - found.length);
      if (rows.length === 0) throw new Error(`no entry ${String(from + found.length)} kept`);
      found.push(...rows.map(([stream, rev, leaf]) => ({ stream, rev, leaf: fromHex(leaf) })));
    }
    return found;
  }

  /** The whole pages of them, that is. */
  forgetEntries(from: number, to: number): void {
    const first = Math.floor(from / ENTRIES_A_PAGE);
    for (let page = first; page < Math.floor(to / ENTRIES_A_PAGE); page++)
      this.#noted.set(`entries/${String(page)}`, new Uint8Array());
  }

  commit(audited: Audited): void {
    this.#noted.set('audited', utf8(recordOf(audited)));
    this.file.commit(this.#noted);
    this.#noted = new Map();
  }

  /** As if nothing had been noted since the last commit. */
  discard(): void {
    this.#noted = new Map();
  }

  #read(id: string): Uint8Array | undefined {
    return this.#noted.get(id) ?? this.file.read(id);
  }

  #rows<Row>(id: string): readonly Row[] {
    const page = this.#read(id);
    return page && page.length > 0 ? (JSON.parse(textOf(page)) as readonly Row[]) : [];
  }

  #noteRows(id: string, rows: readonly (StreamRow | EntryRow)[]): void {
    this.#noted.set(id, utf8(JSON.stringify(rows)));
  }
}

/** Streams are spread evenly over 65,536 pages. */
const streamPage = (stream: string): string =>
  `streams/${createHash('sha256').update(stream).digest('hex').slice(0, 4)}`;

const entryPlace = (leaf: number): readonly [page: string, place: number] => [
  `entries/${String(Math.floor(leaf / ENTRIES_A_PAGE))}`,
  leaf % ENTRIES_A_PAGE,
];
