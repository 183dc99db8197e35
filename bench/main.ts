import 'reflect-metadata';
import { join } from 'node:path';
import { append } from './benches/append';
import { growth } from './benches/growth';
import { http } from './benches/http';
import { latency } from './benches/latency';
import { notary } from './benches/notary';
import { proof } from './benches/proof';
import { read } from './benches/read';
import { reading } from './benches/reading';
import { rebuild } from './benches/rebuild';
import { replay } from './benches/replay';
import { verify } from './benches/verify';
import { worklist } from './benches/worklist';
import type { Bench } from './harness/bench';
import { describeMachine, machineLines } from './harness/machine';
import { readOptions, USAGE, type Options } from './harness/options';
import { RESULTS } from './harness/paths';
import { writeResults } from './harness/results';
import { openServer } from './harness/server';
import { tableOf } from './harness/table';
import { STORES } from './stores';
import { installPeers } from './stores/peers';

const BENCHES: readonly Bench[] = [
  ...[append, read, replay, rebuild, http, reading, worklist, latency],
  ...[notary, proof, verify, growth],
];

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.stores.some((store) => STORES[store].isPeer)) installPeers();
  const server = await openServer(options.databaseUrl);
  try {
    const machine = await describeMachine(server);
    console.log(machineLines(machine));
    for (const bench of BENCHES.filter(({ name }) => options.benches.includes(name))) {
      console.log(`\n${bench.name}: ${bench.about}`);
      const profileDir = options.profile ? join(options.out, 'profiles') : undefined;
      const groups = await bench.run({ options, server, profileDir, say });
      const { databaseUrl: _url, out: _out, ...told } = options;
      const at = new Date().toISOString();
      const path = writeResults(options.out, { bench: bench.name, at, machine, options: told, groups });
      for (const group of groups) console.log(`\n${tableOf(group)}`);
      console.log(`\n${path}`);
    }
  } finally {
    await server.stop();
  }
}

function optionsOf(args: readonly string[]): Options {
  try {
    return readOptions(
      args,
      BENCHES.map(({ name }) => name),
      RESULTS,
    );
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

void main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
