import { createHistogram } from 'node:perf_hooks';
import { latenciesOf, type Latencies } from '../harness/latencies';

export interface Times {
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface Timed {
  readonly perSecond: number;
  readonly latencies: Latencies;
}

/** What is done, counted and timed from the end of the warm-up on, until the measurement is over. */
export class Timing {
  private readonly histogram = createHistogram();
  private readonly from: number;
  private readonly until: number;
  private measured = 0;

  constructor(private readonly times: Times) {
    this.from = performance.now() + times.warmUpMs;
    this.until = this.from + times.measureMs;
  }

  isOver(): boolean {
    return performance.now() >= this.until;
  }

  /** @param began as `performance.now()` gave it. @param count of what ended now. */
  done(began: number, count: number): void {
    const ended = performance.now();
    if (ended < this.from || ended > this.until) return;
    this.measured += count;
    this.histogram.record(Math.ceil((ended - began) * 1e6));
  }

  result(): Timed {
    const perSecond = (this.measured * 1_000) / this.times.measureMs;
    return { perSecond, latencies: latenciesOf(this.histogram) };
  }
}
