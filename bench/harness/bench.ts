import type { Latencies } from './latencies';
import type { Options } from './options';
import type { BenchServer } from './server';

export interface BenchContext {
  readonly options: Options;
  readonly server: BenchServer;
  /** Where our own processes write their profiles, if asked to. */
  readonly profileDir: string | undefined;
  /** Tells whoever waits what is being done. */
  readonly say: (line: string) => void;
}

/** One measurement of one contender. */
export interface Round {
  readonly perSecond: number;
  /** Of one operation, where each was timed. */
  readonly latencies?: Latencies;
  /** Events acknowledged and found stored afterwards: always the same number, or the benchmark has failed. */
  readonly acknowledged?: number;
  readonly rows?: number;
}

/** A contender under one condition: a line of the table. */
export interface Line {
  readonly name: string;
  readonly rounds: readonly Round[];
  /** Why there are none. */
  readonly doesNotRun?: string;
}

/** Lines that are compared with each other. */
export interface Group {
  readonly title: string;
  /** What is counted, such as `events/s`. */
  readonly unit: string;
  /** Name of the line that the others are divided by. */
  readonly reference: string;
  readonly lines: readonly Line[];
}

export interface Bench {
  readonly name: string;
  readonly about: string;
  run(context: BenchContext): Promise<readonly Group[]>;
}
