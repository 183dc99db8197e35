import type { Bench } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { ProofWay } from '../tasks/proof-task';
import { install } from '../workload/our-log';
import { timesOf, withDatabase } from './measuring';

const LEAVES = 1_000_000;

/** Names of the lines, by what they do. */
const WAYS: Readonly<Record<ProofWay, string>> = {
  receipt: 'as a receipt makes it',
  'tiles at hand': 'tiles at hand',
  'its tiles alone': 'its tiles alone',
};

/** How long an inclusion proof takes in a tree of a million leaves. */
export const proof: Bench = {
  name: 'proof',
  about: 'the inclusion proof of any leaf, one after the other, its tiles in the database',

  run: (context) =>
    withDatabase(context, async (database) => {
      const { ownerUrl } = database;
      const leaves = context.options.events ?? LEAVES;
      await install(ownerUrl);
      context.say(`growing a tree of ${String(leaves)} leaves`);
      await runTask('growTree', { ownerUrl, leaves });
      await database.query('vacuum analyze');
      const entrants = Object.entries(WAYS).map(([way, name]) => ({
        name,
        measure: () =>
          runTask('prove', { ownerUrl, way: way as ProofWay, ...timesOf(context) }, context.profileDir),
      }));
      const lines = await interleaved(context.options.rounds, entrants, context.say);
      const title = `${leaves.toLocaleString('en')} leaves`;
      return [{ title, unit: 'proofs/s', reference: WAYS['its tiles alone'], lines }];
    }),
};
