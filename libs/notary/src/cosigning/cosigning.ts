import type { SignedCheckpoint } from '../tables/checkpoint-table';
import { cosign, type CosigningPlace, type ReachableWitness } from './cosign';

/** Told that a cosigner did not sign. */
export type NotCosignedReport = (witness: string, error: unknown) => void;

const RETRY_MS = 5_000;
/** How old a signature may be when somebody asks for a fresh one. */
const FRESH_MS = 60_000;

interface Standing {
  readonly signed: SignedCheckpoint | undefined;
  readonly at: number;
  readonly askAgainAt: number;
}

const NEVER: Standing = { signed: undefined, at: -Infinity, askAgainAt: -Infinity };

/**
 * Has the checkpoints of a log cosigned. Each cosigner is asked for the latest only, at its own pace, so that a slow one
 * holds up nobody, and asked again when it could not be reached.
 */
export class Cosigning {
  readonly #standing = new Map<string, Standing>();
  readonly #asked = new Map<string, Promise<void>>();
  #latest: SignedCheckpoint | undefined;

  constructor(
    private readonly place: CosigningPlace,
    private readonly witnesses: readonly ReachableWitness[],
    private readonly report: NotCosignedReport,
  ) {}

  offer(checkpoint: SignedCheckpoint): void {
    this.#latest = checkpoint;
    this.pursue();
  }

  /** Asks every cosigner that has not signed the latest checkpoint and is not being asked. */
  pursue(): void {
    const checkpoint = this.#latest;
    if (!checkpoint) return;
    for (const witness of this.witnesses) {
      const { signed, askAgainAt } = this.#standing.get(witness.name) ?? NEVER;
      const isDone = signed === checkpoint || performance.now() < askAgainAt;
      if (isDone || this.#asked.has(witness.name)) continue;
      const asking = this.#ask(witness, checkpoint).finally(() => this.#asked.delete(witness.name));
      this.#asked.set(witness.name, asking);
    }
  }

  /** Has the latest checkpoint signed once more by whoever signed it a while ago: that it still is the latest. */
  refresh(): void {
    for (const [witness, standing] of this.#standing)
      if (performance.now() - standing.at > FRESH_MS) this.#standing.set(witness, NEVER);
    this.pursue();
  }

  /** Until nobody is being asked. */
  async settled(): Promise<void> {
    await Promise.all(this.#asked.values());
  }

  async #ask(witness: ReachableWitness, checkpoint: SignedCheckpoint): Promise<void> {
    try {
      await cosign(this.place, witness, checkpoint);
      const at = performance.now();
      this.#standing.set(witness.name, { signed: checkpoint, at, askAgainAt: at });
    } catch (error) {
      const before = this.#standing.get(witness.name) ?? NEVER;
      this.#standing.set(witness.name, { ...before, askAgainAt: performance.now() + RETRY_MS });
      this.report(witness.name, error);
    }
  }
}
