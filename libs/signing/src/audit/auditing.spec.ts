import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeSuite, type AuditFinding } from '@liuhen/ledger';
import { ORIGIN, TestLog } from '../testing/test-log';
import { AuditMemory } from './audit-memory';
import { Auditing } from './auditing';
import { PageFile } from './page-file';

describe('an audit for somebody who waits', () => {
  let directory = '';
  let pages: PageFile;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-auditing-'));
    pages = new PageFile(join(directory, 'audit'));
  });
  afterEach(() => {
    pages.close();
    rmSync(directory, { recursive: true });
  });

  const auditing = (
    read: (path: string) => Promise<Uint8Array | undefined>,
    patienceMs: number,
    tell: (finding: AuditFinding) => void = () => undefined,
  ) =>
    new Auditing(
      {
        log: ORIGIN,
        origin: ORIGIN,
        hash: nodeSuite.hash('sha256'),
        source: { read },
        memory: new AuditMemory(pages),
        skewMs: 0,
        clock: { now: () => '2026-03-01T02:00:00.000Z' },
        entriesAtOnce: 256,
        draw: () => 0,
      },
      patienceMs,
      tell,
    );

  it('goes on without them when it takes long, and is done when they ask again', async () => {
    const log = new TestLog().grow(600);
    const files = log.files();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = auditing(async (path) => {
      if (path === 'tile/entries/001') await held;
      return files.get(path);
    }, 20);
    expect(await slow.upTo(log.checkpoint())).toEqual({ kind: 'not-audited-yet', size: 256 });
    expect(await slow.upTo(log.checkpoint())).toEqual({ kind: 'not-audited-yet', size: 256 });
    release();
    await slow.settled();
    expect(await slow.upTo(log.checkpoint())).toBeUndefined();
  });

  it('is one at a time, and everybody is answered', async () => {
    const log = new TestLog().grow(600);
    const files = log.files();
    const several = auditing((path) => Promise.resolve(files.get(path)), 60_000);
    const answers = [100, 600, 300].map((size) => several.upTo(log.checkpoint(size)));
    expect(await Promise.all(answers)).toEqual([undefined, undefined, undefined]);
  });

  it('tells what is wrong once, and refuses every time', async () => {
    const log = new TestLog().grow(10);
    log.append('case-1', { rev: 99 });
    const told: AuditFinding[] = [];
    const files = log.files();
    const strict = auditing(
      (path) => Promise.resolve(files.get(path)),
      60_000,
      (finding) => told.push(finding),
    );
    const finding = { code: 'revision-not-next', index: 10 };
    for (let asked = 0; asked < 2; asked++)
      expect(await strict.upTo(log.checkpoint())).toEqual({ kind: 'found', finding });
    expect(told).toEqual([finding]);
  });

  it('refuses for now what it cannot read', async () => {
    const blind = auditing(() => Promise.resolve(undefined), 60_000);
    expect(await blind.upTo(new TestLog().grow(3).checkpoint())).toMatchObject({
      kind: 'source-unavailable',
    });
  });
});
