import { nodeSuite, type PolicyLog } from '@liuhen/ledger';
import { openAudit, type AuditOptions, type LogAudit } from '../audit/open-audit';
import { DirectoryLock } from '../durable/directory-lock';
import { hashOfScheme } from '../keys/hash-of-scheme';
import { SigningFailure } from '../signing-failure';
import { Cosigner } from './cosigner';
import { isEnrolled, openKey, stateOf } from './cosigner-directory';
import { LogCosigner } from './log-cosigner';

/** What is said of one log's audit, for all of them. */
export interface CosignerOptions extends Omit<AuditOptions, 'origin' | 'hash' | 'url'> {
  /** Logs that are cosigned. One with an address is audited there. */
  readonly logs: readonly PolicyLog[];
}

export interface OpenCosigner {
  readonly cosigner: Cosigner;
  /** Audits that are under way are finished first. */
  readonly close: () => Promise<void>;
}

/**
 * 联署: opens a cosigner's directory, for this process alone.
 *
 * @throws SigningFailure `log-not-enrolled`, or if something in the directory is not as it should be
 */
export async function openCosigner(options: CosignerOptions): Promise<OpenCosigner> {
  const { directory, logs, clock } = options;
  const lock = await DirectoryLock.take(directory);
  const audits: LogAudit[] = [];
  const close = async () => {
    await Promise.all(audits.map((audit) => audit.close()));
    await lock.release();
  };
  try {
    const own = openKey(directory);
    const cosigners = logs.map((key) => {
      const audit = openedAudit(options, key);
      if (audit) audits.push(audit);
      return new LogCosigner(openLog(directory, key, audit), own, clock);
    });
    return { cosigner: new Cosigner(cosigners), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openLog(directory: string, key: PolicyLog, audit: LogAudit | undefined) {
  const state = stateOf(directory, key.name);
  // One that is damaged is found out now and not at the first request.
  state.read();
  return { key, hash: hashOf(key), state, audit };
}

function openedAudit({ logs: _, ...options }: CosignerOptions, key: PolicyLog): LogAudit | undefined {
  if (!isEnrolled(options.directory, key.name))
    throw new SigningFailure(
      'log-not-enrolled',
      `日志 ${key.name} 尚未登记；请核对其公钥，然后执行 liuhen cosign enrol`,
    );
  if (key.url === undefined) return undefined;
  return openAudit({ ...options, origin: key.name, hash: hashOf(key), url: key.url });
}

const hashOf = ({ scheme }: PolicyLog) => nodeSuite.hash(hashOfScheme(scheme));
