import { MemoryEventStore, requestFor, sealedChain, TEST_LOG } from '@liuhen/event-store/testing';
import { fieldDigests, PAYLOAD_REDACTED, type Digest, type SealedEvent, type Sql } from '@liuhen/kernel';
import { ErasureJournal } from '@liuhen/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryDocumentStore } from '../../../../libs/platform/src/documents/testing/memory-document-store';
import { ErasureCompletion, type ErasureReport } from './erasure-completion';

const DOCUMENT: Digest = 'd'.repeat(64);
const STREAM = 'case-test';

const [event] = sealedChain(1, { data: { cause: '离婚纠纷' } }) as [SealedEvent];
const [redaction] = sealedChain(1, {
  after: event,
  header: { type: PAYLOAD_REDACTED },
  data: {
    ...{ event: event.header.id, rev: 0 },
    digests: Object.fromEntries(fieldDigests(TEST_LOG.hash, event.payloadText)),
  },
}) as [SealedEvent];

describe('what is completed of a redaction outside the log', () => {
  let directory: string;
  let journal: ErasureJournal;
  let documents: MemoryDocumentStore;
  let store: MemoryEventStore;
  let reports: ErasureReport[];
  let asked: string[];
  let told: readonly object[];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-erasures-'));
    journal = await ErasureJournal.open(directory, TEST_LOG.hash);
    documents = new MemoryDocumentStore(100);
    documents.documents.set(DOCUMENT, Buffer.from('x'));
    store = new MemoryEventStore(TEST_LOG);
    await store.append(requestFor([event, redaction]));
    [reports, asked] = [[], []];
    told = [rowOf(redaction)];
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const rowOf = ({ header: { id, rev, recordedAt } }: SealedEvent) => ({
    ...{ event: id, stream: STREAM, rev, recordedAt, documents: [DOCUMENT] },
  });
  /** The read model tells what the test says. */
  const db = {
    query: (text: string, values: readonly unknown[] = []) => {
      asked.push(`${text} ${values.join()}`);
      return Promise.resolve({ rows: text.includes('read.redactions') ? told : [], rowCount: 0 });
    },
  } as Sql;
  const completion = () =>
    new ErasureCompletion({
      ...{ store, db, journal, documents, tickMs: 1 },
      report: (report) => reports.push(report),
    });

  it('is its entry in the journal, its documents, and former builds', async () => {
    await completion().tick();
    expect((await journal.entries()).map(({ leafHash }) => leafHash)).toEqual([redaction.leafHash]);
    expect(documents.documents.size).toBe(0);
    expect(asked.at(-1)).toBe(`select read.drop_former_builds($1) ${redaction.header.recordedAt}`);
    expect(reports.map(({ kind }) => kind)).toEqual(['journalled', 'document-removed']);
  });

  it('is done once, and again where files have come back', async () => {
    await completion().tick();
    await completion().tick();
    expect(reports).toHaveLength(2);
    documents.documents.set(DOCUMENT, Buffer.from('x'));
    rmSync(join(directory, `${redaction.header.id}.event`));
    await completion().tick();
    expect(reports).toHaveLength(4);
  });

  it('leaves nothing undone for a failure on the way', async () => {
    const remove = jest.spyOn(documents, 'remove').mockRejectedValueOnce(new Error('disk'));
    await expect(completion().tick()).rejects.toThrow('disk');
    await completion().tick();
    expect([remove.mock.calls.length, documents.documents.size]).toEqual([2, 0]);
  });

  it('is tried again by itself, and ends when it is told to', async () => {
    jest.spyOn(documents, 'remove').mockRejectedValueOnce(new Error('disk'));
    const running = completion();
    running.start();
    while (documents.documents.size > 0) await new Promise(setImmediate);
    await running.stop();
    expect(reports.map(({ kind }) => kind)).toEqual(['journalled', 'failed', 'document-removed']);
  });

  it('is nothing where there is none', async () => {
    told = [];
    await completion().tick();
    expect([asked.length, documents.documents.size]).toEqual([1, 1]);
  });

  it('passes over what a restored log does not hold', async () => {
    told = [
      { ...rowOf(redaction), event: event.header.id, documents: [] },
      { ...rowOf(redaction), rev: 9 },
    ];
    await completion().tick();
    expect(await journal.entries()).toEqual([]);
  });
});
