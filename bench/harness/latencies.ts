import type { Histogram } from 'node:perf_hooks';

/** In milliseconds. */
export interface Latencies {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** @param histogram of nanoseconds. */
export const latenciesOf = (histogram: Histogram): Latencies => {
  const at = (percentile: number): number => histogram.percentile(percentile) / 1e6;
  return { p50: at(50), p99: at(99), p999: at(99.9), max: histogram.max / 1e6 };
};
