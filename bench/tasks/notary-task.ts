import { leafHash, type Position } from '@liuhen/kernel';
import { fromHex } from '@liuhen/ledger';
import { Notary, type NotaryReport } from '@liuhen/notary';
import { openWorkerPool, systemClock, systemEntropy } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { foundLog, SignerClient, startSigner } from '@liuhen/signing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appUrl } from '../../deploy/migrations/application-role';
import { readTree } from '../../libs/notary/src/tables/tree-table';
import type { Round } from '../harness/bench';
import { openLog } from '../workload/our-log';

export interface LeavesInput {
  readonly ownerUrl: string;
  /** How many to go through. */
  readonly leaves: number;
  /** Ends it before that. */
  readonly forMs?: number | undefined;
}

/** As many events as the notary reads at once. */
const PAGE = 5_000;

/** What no ledger could do without: every event is read, and its header hashed. */
export async function readLeavesTask({ ownerUrl, leaves, forMs = Infinity }: LeavesInput): Promise<Round> {
  const store = await openLog(ownerUrl);
  const began = performance.now();
  let read = 0;
  let after: Position | undefined;
  while (read < leaves && performance.now() - began < forMs) {
    const { events, scannedTo } = await store.readPage({ after, limit: Math.min(PAGE, leaves - read) });
    for (const { headerText } of events) fromHex(leafHash(store.identity.hash, headerText));
    read += events.length;
    after = scannedTo;
  }
  const perSecond = perSecondOf(read, began);
  await store.close();
  return { perSecond };
}

/** As the worker of the product has it: one connection for its cosigners, beside its own. */
const CONNECTIONS = 1;
const LOOK_MS = 10;
/** Once, at the start, nothing has changed; never again while it is measured. */
const HEADS_MS = 3_600_000;

/** From the start of a notary, with a signer that keeps what it signed on disk, and no cosigner. */
export async function notaryTask({ ownerUrl, leaves, forMs = Infinity }: LeavesInput): Promise<Round> {
  const databaseUrl = appUrl(ownerUrl);
  const store = await openLog(ownerUrl);
  const pool = openWorkerPool(databaseUrl, CONNECTIONS);
  const db = sqlOf(pool);
  const signing = await openSigning(store.identity.origin);
  const reports: NotaryReport[] = [];
  const notary = new Notary({
    runtime: { store, clock: systemClock, entropy: systemEntropy },
    ...{ databaseUrl, db, signer: signing.signer, witnesses: [], headsMs: HEADS_MS },
    report: (report) => reports.push(report),
  });
  const began = performance.now();
  notary.start();
  let perSecond = 0;
  for (let size = 0; size < leaves && performance.now() - began < forMs;) {
    await delay(LOOK_MS);
    size = (await readTree(db, store.identity.name))?.size ?? 0;
    perSecond = perSecondOf(size, began);
    if (reports.length > 0)
      throw new Error(reports.map(({ kind, error }) => `${kind}: ${String(error)}`).join());
  }
  await notary.stop();
  await signing.close();
  await pool.end();
  await store.close();
  return { perSecond };
}

const perSecondOf = (count: number, began: number): number => (count * 1_000) / (performance.now() - began);

/** A signer with a directory that goes with it. */
async function openSigning(
  origin: string,
): Promise<{ readonly signer: SignerClient; close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'liuhen-bench-signer-'));
  const directory = join(home, 'signer');
  foundLog(directory, origin, 'ed25519');
  const served = await startSigner({
    directory,
    address: { kind: 'socket', path: join(home, 'signer.sock') },
    secret: undefined,
    report: (error) => {
      throw new Error('the signer has failed', { cause: error });
    },
  });
  return {
    signer: new SignerClient({ address: served.url }),
    async close() {
      await served.close();
      rmSync(home, { recursive: true });
    },
  };
}
