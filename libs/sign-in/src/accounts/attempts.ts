/** Failures after which nothing more is looked at for a while (GB/T 22239-2019, 8.1.4.1 b: 限制非法登录次数). */
const LIMITS = { account: 5, address: 30 } as const;
export const LOCKED_MS = 15 * 60_000;
/** More are never kept: addresses come from outside. */
const KEPT = 10_000;

interface Failures {
  readonly count: number;
  readonly until: number;
}

/** Failed attempts to sign in, by account and by the address that they came from. */
export class Attempts {
  readonly #failures = new Map<string, Failures>();

  /** @param now milliseconds since the epoch. */
  constructor(private readonly now: () => number) {}

  isLocked(account: string, address: string): boolean {
    return (
      this.#count(`account ${account}`) >= LIMITS.account ||
      this.#count(`address ${address}`) >= LIMITS.address
    );
  }

  noteFailure(account: string, address: string): void {
    for (const key of [`account ${account}`, `address ${address}`]) this.#add(key);
  }

  /** What the address has tried on others stays counted. */
  noteSuccess(account: string): void {
    this.#failures.delete(`account ${account}`);
  }

  #count(key: string): number {
    const { count, until } = this.#failures.get(key) ?? NONE;
    return until > this.now() ? count : 0;
  }

  #add(key: string): void {
    const count = this.#count(key) + 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, until: this.now() + LOCKED_MS });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > KEPT && oldest !== undefined) this.#failures.delete(oldest);
  }
}

const NONE: Failures = { count: 0, until: 0 };
