import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@liuhen/kernel';
import type { AuditFinding, Checkpoint, Hash } from '@liuhen/ledger';
import { logFolder } from '../durable/log-folder';
import { AuditMemory } from './audit-memory';
import { Auditing, type AuditRefusal } from './auditing';
import { PageFile } from './page-file';
import { sourceAt, type Secret } from './tlog-source';

export interface AuditOptions {
  readonly directory: string;
  /** Under which the checkpoints are signed. */
  readonly origin: string;
  readonly hash: Hash;
  /** Where the log is read. */
  readonly url: string;
  /** Goes with every request there. */
  readonly secret: Secret;
  /** Allowed between the times of two events, and between an event's and this machine's. */
  readonly skewMs: number;
  readonly clock: Clock;
  /** Whoever asks for a cosignature waits so long for the audit, which goes on without them. */
  readonly patienceMs: number;
  readonly tell: (origin: string, finding: AuditFinding) => void;
}

export interface LogAudit {
  /** @returns why the checkpoint must not be cosigned; `undefined` if all is right */
  upTo(checkpoint: Checkpoint): Promise<AuditRefusal | undefined>;
  close(): Promise<void>;
}

/** Gone through at once. */
const ENTRIES_AT_ONCE = 16 * 1024;

/** The audit of one log, which goes on where the last one ended. */
export function openAudit(options: AuditOptions): LogAudit {
  const { directory, origin, url, secret, patienceMs, tell } = options;
  const folder = logFolder(directory, origin);
  const pages = new PageFile(join(folder, 'audit'));
  const place = {
    ...options,
    log: logOf(origin),
    origin,
    source: sourceAt(url, secret),
    memory: new AuditMemory(pages),
    entriesAtOnce: ENTRIES_AT_ONCE,
    draw: (below: number) => randomInt(below),
  };
  const auditing = new Auditing(place, patienceMs, (finding) => {
    const record = { at: options.clock.now(), origin, ...finding };
    appendFileSync(join(folder, 'findings.jsonl'), `${JSON.stringify(record)}\n`, { mode: 0o600 });
    tell(origin, finding);
  });
  return {
    upTo: (checkpoint) => auditing.upTo(checkpoint),
    close: async () => {
      await auditing.settled();
      pages.close();
    },
  };
}

/** The origin of a log, under whichever start it is signed. */
const logOf = (origin: string): string => origin.replace(/\/start-[1-9]\d*$/, '');
