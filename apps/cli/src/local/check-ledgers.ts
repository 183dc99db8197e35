import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_NAMES, type LogName } from '@liuhen/kernel';
import { checkLedger, checkOwnSignatures, readVerifierPolicy, type LedgerFinding } from '@liuhen/notary';
import { createLogger, openRuntimes, openWorkerPool, type Config } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { Logger } from '@nestjs/common';

type Findings = Readonly<Record<LogName, readonly LedgerFinding[]>>;

/** Findings kept of each log. */
const KEPT = 1_000;

export interface CheckedLedgers {
  readonly findings: Findings;
  /** Without a policy nothing is known of whose they should be. */
  readonly signaturesChecked: boolean;
}

/** What is wrong with the ledgers of all logs. */
export async function checkLedgers(config: Config, appUrl: string): Promise<CheckedLedgers> {
  const file = policyFile(config);
  const { policy } = await readVerifierPolicy(file);
  Logger.overrideLogger(createLogger('error'));
  const opened = await openRuntimes(config, appUrl);
  const pool = openWorkerPool(appUrl, 1);
  try {
    const found: Partial<Record<LogName, LedgerFinding[]>> = {};
    for (const log of LOG_NAMES) {
      const findings: LedgerFinding[] = [];
      const checks = [
        checkLedger(opened.stores[log], sqlOf(pool), policy),
        checkOwnSignatures(opened.stores[log], opened.stores.administration),
      ];
      for (const check of checks)
        for await (const finding of check) if (findings.length < KEPT) findings.push(finding);
      found[log] = findings;
    }
    return { findings: found as Findings, signaturesChecked: file !== undefined };
  } finally {
    await pool.end();
    await opened.close();
  }
}

function policyFile({ ledgerPolicy, ledgerDir }: Config): string | undefined {
  const own = join(ledgerDir, 'policy');
  return ledgerPolicy ?? (existsSync(own) ? own : undefined);
}
