import { parseArgs } from 'node:util';
import { STORE_NAMES, type StoreName } from '../stores';

export interface Options {
  /** Names of the benchmarks to run. */
  readonly benches: readonly string[];
  /** Length of one measurement. */
  readonly seconds: number;
  readonly rounds: number;
  readonly writers: readonly number[];
  readonly stores: readonly StoreName[];
  /** A server of one's own instead of the embedded one; its role may create databases and roles. */
  readonly databaseUrl: string | undefined;
  /** Events in the log that is read, replayed, rebuilt and notarised, or leaves; by default each benchmark's own number. */
  readonly events: number | undefined;
  /** Ten million events where a log grows. */
  readonly large: boolean;
  /** Our own processes write a CPU profile. */
  readonly profile: boolean;
  /** Directory of the results. */
  readonly out: string;
}

export const USAGE = `npm run bench -- [append|read|replay|rebuild|http|reading|worklist|latency|notary|proof|verify|growth …]
  --seconds 10             length of one measurement
  --rounds 5               measurements of each contender; the table shows their median
  --writers 1,16,64,256    writers that append at once
  --stores ${STORE_NAMES.join(',')}
  --database-url URL       instead of an embedded PostgreSQL of its own
  --events N               events in the log that is read, replayed, rebuilt or notarised; leaves; duties
  --large                  growth: up to ten million events
  --profile                our own processes write CPU profiles beside the results
  --out bench/results      directory of the results`;

/** @throws TypeError | RangeError with a text for the user. */
export function readOptions(args: readonly string[], benches: readonly string[], out: string): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      writers: { type: 'string', default: '1,16,64,256' },
      stores: { type: 'string', default: STORE_NAMES.join(',') },
      'database-url': { type: 'string' },
      events: { type: 'string' },
      large: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      out: { type: 'string', default: out },
    },
  });
  const chosen = positionals.map((name) => oneOf('benchmark', name, benches));
  return {
    benches: chosen.length > 0 ? chosen : benches,
    seconds: positive('--seconds', values.seconds),
    rounds: positive('--rounds', values.rounds),
    writers: values.writers.split(',').map((count) => positive('--writers', count)),
    stores: values.stores.split(',').map((name) => oneOf('store', name, STORE_NAMES)),
    databaseUrl: values['database-url'],
    events: values.events === undefined ? undefined : positive('--events', values.events),
    large: values.large,
    profile: values.profile,
    out: values.out,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`${name} ${text} is not a positive number`);
  return number;
}

function oneOf<Name extends string>(kind: string, name: string, known: readonly Name[]): Name {
  const found = known.find((each) => each === name);
  if (found === undefined) throw new RangeError(`there is no ${kind} ${name}; there are ${known.join(', ')}`);
  return found;
}
