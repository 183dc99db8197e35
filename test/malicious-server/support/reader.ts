import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@liuhen/kernel';
import { formatNote, formatPolicy, parseTlogProof, type Policy, type Report } from '@liuhen/ledger';
import { ApiClient } from '../../../apps/cli/src/client/api-client';
import { verifyCommand } from '../../../apps/verifier/src/verify-command';

/** What the verifier says: its exit code, and what it found in checks that the policy requires. */
interface Verdict {
  readonly exit: number;
  readonly found: readonly (string | null)[];
}

export const VERIFIED: Verdict = { exit: 0, found: [] };

/** Somebody who fetches evidence from a server, and believes nothing but the verifier and the policy that they have. */
export class Reader {
  readonly #directory = mkdtempSync(join(tmpdir(), 'liuhen-reader-'));
  readonly #client: ApiClient;
  #kept: readonly string[] = [];
  report: Report | undefined;

  constructor(
    url: string,
    readonly token: string,
    private readonly policy: Policy,
  ) {
    this.#client = new ApiClient({ url, token: () => Promise.resolve(token) });
  }

  /** Keeps the checkpoint of the receipt for an event. */
  async keepsReceipt(event: string): Promise<void> {
    const { proof } = await this.#client.get<{ readonly proof: string }>(`/ledger/receipts/${event}`);
    this.#kept = ['--trusted-checkpoint', this.#file('kept', formatNote(parseTlogProof(proof).checkpoint))];
  }

  /** Fetches the evidence of a case and verifies it, at that time. */
  async verifies(caseNumber: string, now: Instant): Promise<Verdict> {
    const path = `/cases/${encodeURIComponent(caseNumber)}/evidence`;
    const bundle = this.#file('bundle.zip', await this.#client.download(path, { purpose: '核验' }));
    const policy = this.#file('policy', formatPolicy(this.policy));
    const said: string[] = [];
    const exit = verifyCommand([bundle, '--policy', policy, '--now', now, '--json', ...this.#kept], {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
    });
    this.report = JSON.parse(said.join('')) as Report;
    const failed = this.report.checks.filter(({ result }) => result === 'FAIL');
    return { exit, found: failed.map(({ code }) => code) };
  }

  close(): void {
    rmSync(this.#directory, { recursive: true });
  }

  #file(name: string, content: string | Uint8Array): string {
    const path = join(this.#directory, name);
    writeFileSync(path, content);
    return path;
  }
}
