import type { Policy } from '@liuhen/ledger';
import { NotaryDesk } from '../../notary/support/notary-desk';
import { copyOf } from '../../support/database';
import { until } from '../../support/until';
import { GoldenCases } from './golden-cases';
import { LogCopy } from './log-copy';

const COSIGNERS = ['upper', 'procuratorate', 'registrar'] as const;

/** All is in the tree, with heads of all before them, and everybody has signed it. */
const SETTLED = `
  select from ledger.trees t, log_business.head h
  where t.size = h.position and (t.heads_size, t.heads_leaf) = (t.size - 1, t.size - 1)
    and (select count(*) from ledger.cosignatures c where (c.start, c.size) = (t.start, t.size))
      = ${String(COSIGNERS.length)}`;

/**
 * A business log as its notary, its signer and three cosigners have left it, to be copied for each tampering: 296 events
 * in three rounds, each with heads at its end, the last in a start of its own.
 *
 * Leaves 0–95 are 8 events of each of the {@link GOLDEN_CASES}, case after case, and 96 the heads; 97–192 as many again,
 * 193–195 redactions of a field of the first event of the first case of each court, and 196 the heads; 197–292 as many
 * again, 293 the declaration of the new start, and 294 and 295 heads. Positions are greater by one.
 */
export class GoldenLog {
  private constructor(
    private readonly desk: NotaryDesk,
    /** Asks for two of the three cosigners. */
    readonly policy: Policy,
  ) {}

  static async make(): Promise<GoldenLog> {
    const desk = new NotaryDesk(undefined, COSIGNERS);
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
    const golden = new GoldenLog(desk, desk.policy(2));
    await desk.rest();
    return golden;
  }

  /** For one tampering. */
  async copy(): Promise<LogCopy> {
    return LogCopy.open(await copyOf(this.desk.database.urls), this.policy);
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}

/** So that the same is recorded each time, the notary is at work only between the rounds. */
async function untilSettled(desk: NotaryDesk): Promise<void> {
  desk.startNotary(1);
  await until(async () => (await desk.row(SETTLED)) !== undefined);
  await desk.stopNotary();
}
