import { createHash, timingSafeEqual } from 'node:crypto';
import { Attempts } from './attempts';
import { codesOf, passwordOf, type InstallationSecret } from './demonstration-secrets';

export type Outcome = 'passed' | 'failed' | 'locked';

/** One attempt to sign in. */
export interface Attempt {
  readonly person: string;
  readonly given: string;
  /** Where it comes from. */
  readonly address: string;
}

/** A code counts also in the step before and after its own: clocks differ (RFC 6238 §5.2). */
const WINDOW = 1;

/** Checks passwords and codes of the people who have an account, so many times and no more. */
export class Accounts {
  readonly #attempts: Attempts;
  /** The time step of the code that each person used last. */
  readonly #used = new Map<string, number>();

  /** @param now milliseconds since the epoch. */
  constructor(
    private readonly secret: InstallationSecret,
    private readonly hasAccount: (person: string) => boolean,
    private readonly now: () => number = Date.now,
  ) {
    this.#attempts = new Attempts(now);
  }

  /** The failures are counted until the code is right too. */
  checkPassword({ person, given, address }: Attempt): Outcome {
    const right = isSame(given.trim(), passwordOf(this.secret, person));
    return this.#counted(person, address, () => right && this.hasAccount(person));
  }

  checkCode({ person, given, address }: Attempt): Outcome {
    const outcome = this.#counted(person, address, () => this.#isFreshCode(person, given));
    if (outcome === 'passed') this.#attempts.noteSuccess(person);
    return outcome;
  }

  #counted(person: string, address: string, isRight: () => boolean): Outcome {
    if (this.#attempts.isLocked(person, address)) return 'locked';
    if (isRight()) return 'passed';
    this.#attempts.noteFailure(person, address);
    return this.#attempts.isLocked(person, address) ? 'locked' : 'failed';
  }

  /** Each code once only (RFC 6238 §5.2): whoever looked over a shoulder comes too late. */
  #isFreshCode(person: string, given: string): boolean {
    const codes = codesOf(this.secret, person);
    const timestamp = this.now();
    const token = given.replace(/\s/g, '');
    const delta = /^\d{6}$/.test(token) ? codes.validate({ token, window: WINDOW, timestamp }) : null;
    if (delta === null) return false;
    const step = codes.counter({ timestamp }) + delta;
    if (step <= (this.#used.get(person) ?? -1)) return false;
    this.#used.set(person, step);
    return true;
  }
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
