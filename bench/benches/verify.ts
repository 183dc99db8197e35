import type { HashAlgorithm } from '@liuhen/kernel';
import type { Bench } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { SuiteName } from '../tasks/verify-bundle-task';
import type { LeafWay } from '../tasks/verify-leaves-task';
import { caseLogOf } from '../workload/case-log';
import { timesOf } from './measuring';

const IN_BUNDLE = 200;
const LEAVES = 50_000;

interface Verifier {
  readonly name: string;
  readonly hash: HashAlgorithm;
  readonly suite: SuiteName;
}

const NODE: Verifier = { name: 'SHA-256 and Ed25519, Node', hash: 'sha256', suite: 'node' };
const VERIFIERS: readonly Verifier[] = [
  NODE,
  { name: 'SHA-256 and Ed25519, for browsers', hash: 'sha256', suite: 'browser' },
  { name: 'SM3 and SM2, Node', hash: 'sm3', suite: 'node' },
  { name: 'SM3 and SM2, for browsers', hash: 'sm3', suite: 'browser' },
];

const HASHING = 'the hashing alone';
const WAYS: Readonly<Record<string, LeafWay>> = {
  [HASHING]: 'hash',
  'hashed up to the root': 'tree',
  'and each header checked, as audited': 'audit',
  'each by its own proof': 'proofs',
};

/** How long whoever is given evidence waits, and how quickly a whole log is gone through. */
export const verify: Bench = {
  name: 'verify',
  about: 'bundles with all their checks, and the leaves of a whole log',

  async run(context) {
    const { options, profileDir, say } = context;
    const times = timesOf(context);
    const { events: leaves } = caseLogOf(options.events ?? LEAVES);
    const bundles = VERIFIERS.map(({ name, hash, suite }) => ({
      name,
      measure: () => runTask('verifyBundle', { hash, suite, events: IN_BUNDLE, ...times }, profileDir),
    }));
    const ways = Object.entries(WAYS).map(([name, way]) => ({
      name,
      measure: () => runTask('verifyLeaves', { leaves, way, ...times }, profileDir),
    }));
    return [
      {
        title: `a bundle of ${String(IN_BUNDLE)} events`,
        unit: 'bundles/s',
        reference: NODE.name,
        lines: await interleaved(options.rounds, bundles, say),
      },
      {
        title: `${leaves.toLocaleString('en')} leaves`,
        unit: 'leaves/s',
        reference: HASHING,
        lines: await interleaved(options.rounds, ways, say),
      },
    ];
  },
};
