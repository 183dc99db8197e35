import type { Clock } from '@liuhen/kernel';
import { Problem } from '@liuhen/platform';
import { CLOCK_TOLERANCE_S, type SignIn } from '../tokens/token-verifier';
import type { Reader } from './reader';

/** So old may a sign-in be for an act of weight. RFC 9470 leaves the number to the resource server. */
const MAX_AGE_S = 10 * 60;

/**
 * 二次认证: what the acts of most weight, and the reading of 副卷, ask of the sign-in behind a token (RFC 9470).
 */
export class SecondFactor {
  /**
   * @param accepted values of `acr` (RFC 9068 §2.2.1) that mean two factors; the first is the one that is asked for.
   * @param clock as the tokens have it, which is the system's own.
   */
  constructor(
    private readonly accepted: readonly [string, ...string[]],
    private readonly clock: Clock,
  ) {}

  /** Whether it was by two factors and lately. */
  isGiven({ acr, authTime }: SignIn): boolean {
    if (acr === undefined || !this.accepted.includes(acr)) return false;
    const age = Date.parse(this.clock.now()) / 1000 - (authTime ?? -Infinity);
    return age <= MAX_AGE_S && age >= -CLOCK_TOLERANCE_S;
  }

  /** @throws Problem `second-factor-required` */
  require({ secondFactor }: Pick<Reader, 'secondFactor'>): void {
    if (!secondFactor) throw this.#insufficient();
  }

  /** The challenge of RFC 9470 §3, by which a client knows how to have its user sign in anew. */
  #insufficient(): Problem {
    const challenge = [
      'Bearer realm="liuhen"',
      'error="insufficient_user_authentication"',
      `acr_values="${this.accepted[0]}"`,
      `max_age="${String(MAX_AGE_S)}"`,
    ].join(', ');
    return new Problem('second-factor-required', { headers: { 'WWW-Authenticate': challenge } });
  }
}
