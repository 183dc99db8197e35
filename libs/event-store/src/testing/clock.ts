import { epochMsOf, instantOf, type Clock, type Instant } from '@liuhen/kernel';

/** A clock that stands still until it is set. */
export class FixedClock implements Clock {
  constructor(private instant: Instant = '2026-03-01T01:00:00.000Z') {}

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }

  advance(ms: number): void {
    this.instant = instantOf(epochMsOf(this.instant) + ms);
  }
}
