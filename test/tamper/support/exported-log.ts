import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { equalBytes, nodeSuite } from '@liuhen/ledger';
import { audit } from '../../../libs/signing/src/audit/audit';
import { AuditMemory } from '../../../libs/signing/src/audit/audit-memory';
import { PageFile } from '../../../libs/signing/src/audit/page-file';
import { ORIGIN, TestLog } from '../../../libs/signing/src/testing/test-log';
import type { Tampering } from '../table/cell';
import type { Fault } from '../table/fault';

type Files = Map<string, Uint8Array>;

/** A log of 300 events that came as files, of which somebody who audits has the checkpoint from elsewhere. */
export const inExport = (
  name: string,
  finds: Tampering['finds'],
  deed: (files: Files) => unknown,
  first?: number,
): Tampering => ({
  ...{ name, finds, power: 'B', detector: 'auditor, or an fsck of the layout' },
  ...(first !== undefined && { first }),
  attempt: async () => {
    const log = new TestLog().grow(299);
    log.recordHeads(await log.heads());
    const files = log.files();
    deed(files);
    const directory = mkdtempSync(join(tmpdir(), 'liuhen-export-'));
    const pages = new PageFile(join(directory, 'audit'));
    try {
      const found = await audit(placeOf(files, pages), log.checkpoint());
      return found ? [{ code: found.code, at: found.index }] : tilesUnlike(log.files(), files);
    } catch (error) {
      return [{ code: (error as Error).name }];
    } finally {
      pages.close();
      rmSync(directory, { recursive: true });
    }
  },
});

/**
 * The auditor makes the tree from the entries, and reads no tile that it does not need. Any fsck of this layout makes all
 * tiles from the entries, once these are the checkpoint's.
 */
const tilesUnlike = (derived: Files, files: Files): readonly Fault[] =>
  [...derived]
    .filter(([path, content]) => !equalBytes(content, files.get(path) ?? new Uint8Array()))
    .map(([path]) => ({ code: `unlike ${path}` }));

const placeOf = (files: Files, pages: PageFile) => ({
  ...{ log: ORIGIN, origin: ORIGIN, hash: nodeSuite.hash('sha256'), skewMs: 10_000, entriesAtOnce: 256 },
  source: { read: (path: string) => Promise.resolve(files.get(path)) },
  memory: new AuditMemory(pages),
  clock: { now: () => '2026-03-01T02:00:00.000Z' },
  draw: () => 0,
});

/** Other bytes in a file. */
export const inFileOf =
  (path: string, change: (content: Uint8Array) => Uint8Array) =>
  (files: Files): void => {
    const content = files.get(path);
    if (!content) throw new Error(path);
    files.set(path, change(content));
  };
