import { dirname, join } from 'node:path';
import { parseCheckpoint, parseNote, type Checkpoint, type Policy } from '@liuhen/ledger';
import { NotaryDesk } from '../../notary/support/notary-desk';
import { copyOf } from '../../support/database';
import { until } from '../../support/until';
import { POSTGRESQL, type Engine } from './engine';
import { GoldenCases } from './golden-cases';
import { LogCopy } from './log-copy';

const COSIGNERS = ['upper', 'procuratorate', 'registrar'] as const;
export type Cosigner = (typeof COSIGNERS)[number];

/** With heads of all before them, which everybody has signed. */
const SETTLED = `
  select position from ledger.trees t where (heads_size, heads_leaf) = (size - 1, size - 1)
    and (select count(distinct cosigner) from ledger.cosignatures c where (c.start, c.size) = (t.start, t.size))
      = ${String(COSIGNERS.length)}`;

/**
 * A business log as its notary, its signer and three cosigners have left it, to be copied for each tampering: 296 events
 * in three rounds, each with heads at its end, the last in a start of its own.
 *
 * Leaves 0–95 are 8 events of each of the {@link GOLDEN_CASES}, case after case, and 96 the heads; 97–192 as many again,
 * 193–195 redactions of a field of the first event of the first case of each court, and 196 the heads; 197–292 as many
 * again, 293 the declaration of the new start, and 294 and 295 heads. Positions are greater by one. An engine that cannot
 * erase has no redactions.
 */
export class GoldenLog {
  private constructor(
    private readonly desk: NotaryDesk,
    private readonly engine: Engine,
    /** Asks for two of the three cosigners. */
    readonly policy: Policy,
    /** The last checkpoint, as somebody kept it who had a receipt. */
    readonly kept: Checkpoint,
  ) {}

  static async make(engine = POSTGRESQL): Promise<GoldenLog> {
    const desk = new NotaryDesk(engine.found, COSIGNERS);
    await desk.open();
    const cases = new GoldenCases(desk.store);
    await cases.goOn();
    await untilSettled(desk);
    await cases.goOn();
    await cases.redact();
    await untilSettled(desk);
    await desk.beginAnew('磁盘损坏，由备份恢复');
    await cases.goOn();
    await untilSettled(desk);
    const last = await desk.row<{ readonly note: string }>(
      'select note from ledger.checkpoints order by start desc, size desc limit 1',
    );
    const kept = parseCheckpoint(parseNote(last?.note ?? '').text);
    const golden = new GoldenLog(desk, engine, desk.policy(2), kept);
    await desk.rest();
    return golden;
  }

  /** For one tampering. */
  async copy(): Promise<LogCopy> {
    return LogCopy.open(await copyOf(this.desk.database.urls), this.policy, this.engine);
  }

  get signerDirectory(): string {
    return this.desk.signerDirectory;
  }

  cosignerDirectory(cosigner: Cosigner): string {
    return join(dirname(this.desk.signerDirectory), cosigner);
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}

/** So that the same is recorded each time, the notary is at work only between the rounds. */
async function untilSettled(desk: NotaryDesk): Promise<void> {
  desk.startNotary(1);
  await until(async () => {
    const settled = await desk.row<{ readonly position: string }>(SETTLED);
    return settled !== undefined && settled.position === (await desk.store.head());
  });
  await desk.stopNotary();
}
