import { setTimeout as delay } from 'node:timers/promises';
import type { AuditFinding, Checkpoint } from '@liuhen/ledger';
import { audit } from './audit';
import type { AuditPlace } from './audit-place';
import { SourceUnavailable } from './tlog-source';

/** Why what may be cosigned by its consistency is not yet, or never. */
export type AuditRefusal =
  | { readonly kind: 'found'; readonly finding: AuditFinding }
  /** The audit goes on; so many entries are through. */
  | { readonly kind: 'not-audited-yet'; readonly size: number }
  | { readonly kind: 'source-unavailable'; readonly reason: string };

/** Nobody waits any longer. */
const OVER = 'over' as const;

/** Audits a log up to the checkpoints that are to be cosigned, one at a time. */
export class Auditing {
  #running: Promise<AuditRefusal | undefined> | undefined;
  #told = '';

  /**
   * @param patienceMs for which whoever asks waits; the audit goes on without them.
   * @param tell of what is wrong, once and not at every try.
   */
  constructor(
    private readonly place: AuditPlace,
    private readonly patienceMs: number,
    private readonly tell: (finding: AuditFinding) => void,
  ) {}

  /** @returns why the checkpoint must not be cosigned; `undefined` if all is right. */
  async upTo(checkpoint: Checkpoint): Promise<AuditRefusal | undefined> {
    const answered = new AbortController();
    const patience = delay(this.patienceMs, OVER, { signal: answered.signal }).catch(() => OVER);
    try {
      while (this.#running) if ((await Promise.race([this.#running, patience])) === OVER) return this.#notYet;
      this.#running = this.#audit(checkpoint).finally(() => (this.#running = undefined));
      const outcome = await Promise.race([this.#running, patience]);
      return outcome === OVER ? this.#notYet : outcome;
    } finally {
      answered.abort();
    }
  }

  /** Until none is under way. */
  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  get #notYet(): AuditRefusal {
    return { kind: 'not-audited-yet', size: this.place.memory.audited.frontier.size };
  }

  async #audit(checkpoint: Checkpoint): Promise<AuditRefusal | undefined> {
    try {
      const finding = await audit(this.place, checkpoint);
      if (!finding) return undefined;
      this.#tellOnce(finding);
      return { kind: 'found', finding };
    } catch (error) {
      if (error instanceof SourceUnavailable) return { kind: 'source-unavailable', reason: error.message };
      throw error;
    }
  }

  #tellOnce(finding: AuditFinding): void {
    const text = `${finding.code} ${String(finding.index)}`;
    if (text === this.#told) return;
    this.#told = text;
    this.tell(finding);
  }
}
