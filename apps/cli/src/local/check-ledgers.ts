import { LOG_NAMES, type LogName } from '@liuhen/kernel';
import { checkLedger, type LedgerFinding } from '@liuhen/notary';
import { createLogger, openRuntimes, openWorkerPool, type Config } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { Logger } from '@nestjs/common';

type Findings = Readonly<Record<LogName, readonly LedgerFinding[]>>;

/** Findings kept of each log. */
const KEPT = 1_000;

/** What is wrong with the ledgers of all logs. */
export async function checkLedgers(config: Config, appUrl: string): Promise<Findings> {
  Logger.overrideLogger(createLogger('error'));
  const opened = await openRuntimes(config, appUrl);
  const pool = openWorkerPool(appUrl, 1);
  try {
    const found: Partial<Record<LogName, LedgerFinding[]>> = {};
    for (const log of LOG_NAMES) {
      const findings: LedgerFinding[] = [];
      for await (const finding of checkLedger(opened.stores[log], sqlOf(pool)))
        if (findings.length < KEPT) findings.push(finding);
      found[log] = findings;
    }
    return found as Findings;
  } finally {
    await pool.end();
    await opened.close();
  }
}
