import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeSuite, type AuditCode, type Heads } from '@liuhen/ledger';
import { ORIGIN, TestLog } from '../testing/test-log';
import { audit } from './audit';
import { AuditMemory } from './audit-memory';
import { PageFile } from './page-file';

const NOW = '2026-03-01T02:00:00.000Z';
const SKEW_MS = 10_000;

/** Stamps events as a store does: not before the stream's last, nor too long before the log's. */
class HonestLog extends TestLog {
  readonly #last = new Map<string, number>();
  #latest = Date.parse('2026-03-01T01:00:00.000Z');

  record(stream: string, aheadMs: number, data?: Heads): void {
    const at = Math.max(this.#latest - SKEW_MS + aheadMs, this.#last.get(stream) ?? 0);
    this.#last.set(stream, at);
    this.#latest = Math.max(this.#latest, at);
    const recordedAt = new Date(at).toISOString();
    if (data) this.recordHeads(data, { recordedAt });
    else this.append(stream, { recordedAt });
  }
}

describe('an audit', () => {
  let directory = '';
  let pages: PageFile;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-audit-'));
    pages = new PageFile(join(directory, 'audit'));
  });
  afterEach(() => {
    pages.close();
    rmSync(directory, { recursive: true });
  });

  const last = (below: number): number => below - 1;
  const place = (
    files: ReadonlyMap<string, Uint8Array>,
    origin = ORIGIN,
    entriesAtOnce = 16_384,
    draw = last,
  ) => ({
    log: ORIGIN,
    origin,
    hash: nodeSuite.hash('sha256'),
    source: { read: (path: string) => Promise.resolve(files.get(path)) },
    memory: new AuditMemory(pages),
    skewMs: SKEW_MS,
    clock: { now: () => NOW },
    entriesAtOnce,
    draw,
  });
  const audited = (log: TestLog, size = log.events.length) =>
    audit(place(log.files(size)), log.checkpoint(size));

  it('finds nothing wrong with an honest log, however it grows', async () => {
    const log = new TestLog();
    for (const size of [0, 1, 5, 255, 256, 257, 600]) {
      log.grow(size - log.events.length);
      expect(await audited(log)).toBeUndefined();
    }
    log.recordHeads(await log.heads(300));
    log.recordHeads(await log.heads());
    log.grow(10);
    log.recordHeads(await log.heads());
    expect(await audited(log)).toBeUndefined();
    expect(new AuditMemory(pages).audited).toMatchObject({
      frontier: { size: 613 },
      heads: { frontier: { size: 612 }, streams: 8 },
    });
  });

  it('goes on where the last one ended, in another process too', async () => {
    const log = new TestLog().grow(600);
    await audited(log);
    pages.close();
    pages = new PageFile(join(directory, 'audit'));
    log.grow(3);
    const files = log.files();
    files.delete('tile/entries/000');
    files.delete('tile/entries/001');
    expect(await audit(place(files), log.checkpoint())).toBeUndefined();
  });

  it('keeps what it has gone through where it is cut off, and goes on from there', async () => {
    const log = new TestLog().grow(600);
    log.recordHeads(await log.heads(500));
    const files = log.files();
    const bundle = files.get('tile/entries/001') ?? new Uint8Array();
    files.delete('tile/entries/001');
    await expect(audit(place(files, ORIGIN, 50), log.checkpoint())).rejects.toThrow('tile/entries/001');
    expect(new AuditMemory(pages).audited.frontier.size).toBe(250);
    files.delete('tile/entries/000');
    files.set('tile/entries/001', bundle);
    await expect(audit(place(files, ORIGIN, 50), log.checkpoint())).rejects.toThrow('tile/entries/000');
    expect(
      await audit(place(new Map([...log.files(), ...files]), ORIGIN, 50), log.checkpoint()),
    ).toBeUndefined();
  });

  it('keeps nothing that is not the beginning of the checkpoint’s tree', async () => {
    const log = new TestLog().grow(300);
    const other = new TestLog('other').grow(300);
    const mixed = new Map([
      ...log.files(),
      ['tile/entries/000', other.files().get('tile/entries/000') ?? new Uint8Array()],
    ]);
    expect(await audit(place(mixed, ORIGIN, 50), log.checkpoint())).toEqual({
      code: 'not-in-tree',
      index: 0,
    });
    expect(await audit(place(other.files(), ORIGIN, 50), log.checkpoint())).toEqual({
      code: 'not-in-tree',
      index: 0,
    });
    expect(await audit(place(log.files(), ORIGIN, 50), log.checkpoint())).toBeUndefined();
  });

  it('raises no false alarm', async () => {
    const step = fc.record({
      stream: fc.constantFrom('case-a', 'case-b', 'case-c', '__proto__'),
      aheadMs: fc.integer({ min: 0, max: 15_000 }),
      heads: fc.boolean(),
      checkpoint: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        rmSync(join(directory, 'audit'));
        pages.close();
        pages = new PageFile(join(directory, 'audit'));
        const log = new HonestLog();
        for (const { stream, aheadMs, heads, checkpoint } of steps) {
          log.record(stream, aheadMs);
          if (heads) log.record('heads', aheadMs, await log.heads());
          if (checkpoint) expect(await audited(log)).toBeUndefined();
        }
        expect(await audited(log)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('takes the beginning of a full bundle where the partial one is gone', async () => {
    const log = new TestLog().grow(256);
    expect(await audit(place(log.files()), log.checkpoint(200))).toBeUndefined();
  });

  it('says nothing of a log that it cannot read', async () => {
    const log = new TestLog().grow(10);
    await expect(audit(place(new Map()), log.checkpoint())).rejects.toThrow(
      '日志没有完整提供 tile/entries/000.p/10',
    );
  });

  type Fault = (log: TestLog) => unknown;
  const append = (header: Parameters<TestLog['append']>[1]) => (log: TestLog) => log.append('case-1', header);
  /** After sixteen events, three of them of this stream and recorded at one. */
  const faults: readonly (readonly [code: AuditCode, what: string, fault: Fault])[] = [
    ['header-malformed', 'with a space at its end', (log) => log.replaceLast((text) => `${text} `)],
    [
      'header-malformed',
      'with a member more',
      (log) => log.replaceLast((text) => text.replace('{', '{"a":1,')),
    ],
    ['header-malformed', 'that is empty', (log) => log.replaceLast(() => '')],
    ['wrong-log', 'of another log', append({ log: 'test.invalid/reading' })],
    ['revision-not-next', 'after a gap', append({ rev: 4 })],
    ['revision-not-next', 'of a revision that was', append({ rev: 2 })],
    ['previous-not-last', 'after another than the last', append({ prev: '0'.repeat(64) })],
    ['previous-not-last', 'after none', append({ prev: null })],
    [
      'recorded-before-previous',
      'before its stream’s last',
      append({ recordedAt: '2026-03-01T00:59:59.999Z' }),
    ],
    [
      'recorded-out-of-order',
      'longer before the log’s last than is allowed',
      (log) => {
        log.events.pop();
        log.append('case-8', { recordedAt: '2026-03-01T01:00:10.001Z' });
        log.append('case-9', { recordedAt: '2026-03-01T01:00:00.000Z' });
      },
    ],
    ['recorded-in-future', 'after the auditor’s clock', append({ recordedAt: '2026-03-01T02:00:10.001Z' })],
  ];
  it.each(faults)('finds %s: an event %s', async (code, _, fault) => {
    const log = new TestLog().grow(16);
    fault(log);
    const index = log.events.length - 1;
    log.grow(300);
    expect(await audited(log)).toEqual({ code, index });
    expect(await audited(log, index)).toBeUndefined();
    expect(await audited(log, index + 1)).toEqual({ code, index });
  });

  const headsFaults: readonly (readonly [
    code: AuditCode,
    what: string,
    told: (heads: Heads) => Partial<Heads>,
  ])[] = [
    ['heads-of-wrong-tree', 'of another tree', () => ({ treeRoot: '0'.repeat(64) })],
    ['heads-of-wrong-tree', 'of a tree that holds them', ({ treeSize }) => ({ treeSize: treeSize + 1 })],
    [
      'heads-of-wrong-tree',
      'of a smaller tree than its root',
      ({ treeSize }) => ({ treeSize: treeSize - 1 }),
    ],
    ['heads-backward', 'of a tree before the last heads’', () => ({ treeSize: 9 })],
    ['heads-wrong', 'with another map', () => ({ mapRoot: '0'.repeat(64) })],
    ['heads-wrong', 'with a stream more', ({ streams }) => ({ streams: streams + 1 })],
  ];
  it.each(headsFaults)('finds %s: heads %s', async (code, _, told) => {
    const log = new TestLog().grow(10);
    log.recordHeads(await log.heads());
    log.grow(30);
    const heads = await log.heads();
    log.recordHeads({ ...heads, ...told(heads) });
    log.grow(5);
    expect(await audited(log)).toEqual({ code, index: 41 });
  });

  it('finds heads from which a stream is left out', async () => {
    const log = new TestLog().grow(20);
    const lacking = await log.heads();
    log.append('case-left-out');
    log.recordHeads({ ...(await log.heads()), mapRoot: lacking.mapRoot, streams: lacking.streams });
    expect(await audited(log)).toEqual({ code: 'heads-wrong', index: 21 });
  });

  it('finds heads whose content is withheld or altered', async () => {
    const log = new TestLog().grow(20);
    log.recordHeads(await log.heads());
    const files = log.files();
    const payload = files.get('heads/20') ?? new Uint8Array();
    files.delete('heads/20');
    expect(await audit(place(files), log.checkpoint())).toEqual({ code: 'heads-withheld', index: 20 });
    for (const altered of [payload.subarray(1), new Uint8Array(), Uint8Array.of(0xff)]) {
      files.set('heads/20', altered);
      expect(await audit(place(files), log.checkpoint())).toEqual({ code: 'heads-altered', index: 20 });
    }
    files.set('heads/20', payload);
    expect(await audit(place(files), log.checkpoint())).toBeUndefined();
  });

  it('finds an entry that is not in the tree, by the tiles', async () => {
    const log = new TestLog().grow(600);
    const altered = new TestLog('other').grow(600);
    const files = log.files();
    files.set('tile/entries/001', altered.files().get('tile/entries/001') ?? new Uint8Array());
    expect(await audit(place(files), log.checkpoint())).toEqual({ code: 'not-in-tree', index: 256 });
    files.set('tile/entries/001', Uint8Array.of(1));
    expect(await audit(place(files), log.checkpoint())).toEqual({ code: 'entries-malformed', index: 256 });
  });

  describe('of what was gone through before', () => {
    const log = new TestLog().grow(600);
    const changed = new TestLog('', log.signer).grow(300);
    changed.append('case-1');
    changed.grow(299);
    const drawing = (files: ReadonlyMap<string, Uint8Array>, bundle: number) =>
      audit(
        place(files, ORIGIN, 16_384, () => bundle),
        log.checkpoint(),
      );
    const mixed = (...paths: readonly string[]): ReadonlyMap<string, Uint8Array> =>
      new Map([
        ...log.files(),
        ...paths.map((path) => [path, changed.files().get(path) ?? new Uint8Array()] as const),
      ]);
    beforeEach(() => audited(log));

    it('finds nothing where nothing was changed, wherever it looks', async () => {
      for (const bundle of [0, 1, 2]) expect(await drawing(log.files(), bundle)).toBeUndefined();
    });

    it('finds an entry that was changed since, where it looks', async () => {
      const files = mixed('tile/entries/001');
      expect(await drawing(files, 1)).toEqual({ code: 'not-in-tree', index: 300 });
      expect(await drawing(files, 0)).toBeUndefined();
    });

    it('finds it where the tile was made to fit as well', async () => {
      const files = mixed('tile/entries/001', 'tile/0/001', 'tile/1/000.p/2');
      expect(await drawing(files, 1)).toEqual({ code: 'not-in-tree', index: 256 });
    });

    it('finds one that is gone', async () => {
      const files = new Map([...log.files(), ['tile/entries/000', new Uint8Array()]]);
      expect(await drawing(files, 0)).toEqual({ code: 'entries-malformed', index: 0 });
    });
  });

  it('finds what was wrong first', async () => {
    const log = new TestLog().grow(300);
    log.append('case-1', { rev: 99 });
    log.grow(299);
    const files = log.files();
    files.set(
      'tile/entries/002.p/88',
      new TestLog('other').grow(600).files().get('tile/entries/002.p/88') ?? new Uint8Array(),
    );
    expect(await audit(place(files), log.checkpoint())).toEqual({ code: 'revision-not-next', index: 300 });
  });

  it('finds another tree where it has seen one, smaller, as large or larger', async () => {
    const log = new TestLog().grow(300);
    await audited(log);
    const other = new TestLog('other').grow(400);
    expect(await audit(place(log.files()), log.checkpoint(200))).toBeUndefined();
    for (const size of [200, 300]) {
      const finding = await audit(place(log.files()), other.checkpoint(size));
      expect(finding).toEqual({ code: 'not-in-tree', index: size - 1 });
    }
    expect(await audited(other)).toEqual({ code: 'not-in-tree', index: 300 });
  });

  it('finds a new start of which the log does not tell', async () => {
    const origin = `${ORIGIN}/start-2`;
    const log = new TestLog().grow(20);
    const untold = await audit(place(log.files(), origin), log.checkpoint());
    expect(untold).toEqual({ code: 'restart-untold', index: 19 });
    log.append('ledger', { type: 'LedgerRestarted' });
    expect(await audit(place(log.files(), origin), log.checkpoint())).toBeUndefined();
  });
});
