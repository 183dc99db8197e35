import type { EventStore } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import type { DocumentStore, ErasureJournal } from '@liuhen/platform';
import { dropFormerBuilds, recordedRedactions, type RecordedRedaction } from '@liuhen/read-models';
import { setTimeout as delay } from 'node:timers/promises';

export type ErasureReport =
  | { readonly kind: 'journalled'; readonly redaction: string }
  | { readonly kind: 'document-removed'; readonly redaction: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface ErasureOptions {
  /** Of the business log. */
  readonly store: EventStore;
  /** Where the read models are. */
  readonly db: Sql;
  readonly journal: ErasureJournal;
  readonly documents: DocumentStore;
  readonly tickMs: number;
  readonly report: (report: ErasureReport) => void;
}

/**
 * Completes redactions outside the log: enters them in the journal, takes the content of their documents away, and drops
 * former builds of read models. The log itself and the live read models need nobody.
 *
 * Each look compares what is with what should be, so that a crash at any moment, several workers at once, or files
 * that come back from a backup cost nothing but another look.
 */
export class ErasureCompletion {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ErasureOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  /** What is at work is finished first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Looks once at all redactions. */
  async tick(): Promise<void> {
    const { db, journal } = this.options;
    const redactions = await recordedRedactions(db);
    const last = redactions.at(-1);
    if (!last) return;
    const journalled = await journal.ids();
    for (const redaction of redactions) {
      if (!journalled.has(redaction.event)) await this.#journal(redaction);
      await this.#removeDocuments(redaction);
    }
    await dropFormerBuilds(db, last.recordedAt);
  }

  async #journal({ event, stream, rev }: RecordedRedaction): Promise<void> {
    const { store, journal, report } = this.options;
    const [redaction] = await store.readStream(stream, { from: rev, limit: 1 });
    if (redaction?.header.id !== event) return; // Of a log that was replaced by a backup; the read model will know.
    await journal.add(redaction);
    report({ kind: 'journalled', redaction: event });
  }

  async #removeDocuments({ event, documents: digests }: RecordedRedaction): Promise<void> {
    const { documents, report } = this.options;
    for (const sha256 of digests) {
      if (!(await documents.has(sha256))) continue;
      await documents.remove(sha256);
      report({ kind: 'document-removed', redaction: event, sha256 });
    }
  }

  async #run(): Promise<void> {
    const { tickMs, report } = this.options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.tick().catch((error: unknown) => report({ kind: 'failed', error }));
      await delay(tickMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
