import { join } from 'node:path';

/** The checkout: the benchmarks run as compiled, from dist/bench. */
const ROOT = join(__dirname, '..', '..', '..');

export const PEERS = join(ROOT, 'bench', 'peers');
export const RESULTS = join(ROOT, 'bench', 'results');
