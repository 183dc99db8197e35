import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { equalBytes, formatPolicy, writeBundle, type PolicyLog } from '@liuhen/ledger';
import { CASES, labBundle, type Given } from '@liuhen/ledger/testing';
import { VERIFIER } from './verify-page';

/** What somebody has been handed, on a disk. */
export interface EvidenceFiles {
  readonly bundle: string;
  readonly policy: string;
  /** What `verify.mjs` says of them, and its exit code. */
  readonly byProgram: () => { readonly status: number | null; readonly text: string };
}

/** A directory for evidence. */
export class EvidenceDirectory {
  readonly #path = mkdtempSync(join(tmpdir(), 'liuhen-verify-page-'));

  write(name: string, content: Uint8Array | string): string {
    const file = join(this.#path, name);
    writeFileSync(file, content);
    return file;
  }

  /** The policy names each log in its present start alone. */
  async writeEvidence({ lab, bundle, bytes, policy = (same) => same }: Given): Promise<EvidenceFiles> {
    const { logs, ...rest } = policy(lab.policy());
    const files = {
      bundle: this.write(
        '案件.evidence.zip',
        bytes ?? writeBundle(bundle ?? (await labBundle(lab, CASES)), lab.hash),
      ),
      policy: this.write('policy.txt', formatPolicy({ ...rest, logs: logs.filter(isLastWithKey) })),
    };
    return { ...files, byProgram: () => verifiedByProgram(files, lab.now) };
  }

  remove(): void {
    rmSync(this.#path, { recursive: true });
  }
}

const isLastWithKey = ({ publicKey }: PolicyLog, at: number, logs: readonly PolicyLog[]): boolean =>
  logs.findLastIndex((log) => equalBytes(log.publicKey, publicKey)) === at;

function verifiedByProgram({ bundle, policy }: Pick<EvidenceFiles, 'bundle' | 'policy'>, now: string) {
  const args = [join(VERIFIER, 'verify.mjs'), bundle, '--policy', policy, '--now', now];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, text: stdout.trimEnd() };
}
