import { FixedClock } from '@liuhen/event-store/testing';
import { Problem } from '@liuhen/platform';
import { SecondFactor } from './second-factor';

const TWO = 'urn:court:two-factors';
const NOW = '2026-03-01T01:00:00.000Z';
const now = Date.parse(NOW) / 1000;

describe('a sign-in by two factors, not older than ten minutes', () => {
  const clock = new FixedClock();
  clock.set(NOW);
  const secondFactor = new SecondFactor([TWO, 'local'], clock);
  const refusal = (acr: string | undefined, authTime: number | undefined): Problem | undefined => {
    try {
      secondFactor.require({ secondFactor: secondFactor.isGiven({ acr, authTime }) });
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  };

  it.each([
    [TWO, now],
    ['local', now],
    [TWO, now - 600],
    [TWO, now + 5],
  ])('is enough: %s at %d', (acr, authTime) => {
    expect(refusal(acr, authTime)).toBeUndefined();
  });

  it.each([
    ['by password only', 'urn:court:password', now],
    ['by nobody knows what', undefined, now],
    ['too old', TWO, now - 601],
    ['at an unknown time', TWO, undefined],
    ['yet to come', TWO, now + 6],
  ])('is asked for where the one at hand is %s', (_, acr, authTime) => {
    expect(refusal(acr, authTime)?.code).toBe('second-factor-required');
  });

  it('is asked for in the words of RFC 9470', () => {
    expect(refusal(undefined, undefined)?.details.headers).toEqual({
      'WWW-Authenticate': `Bearer realm="liuhen", error="insufficient_user_authentication", acr_values="${TWO}", max_age="600"`,
    });
  });
});
