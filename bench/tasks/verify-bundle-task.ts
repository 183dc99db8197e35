import type { HashAlgorithm, JsonObject } from '@liuhen/kernel';
import { browserSuite, nodeSuite } from '@liuhen/ledger';
import { labBundleFile, newLab } from '../../libs/ledger/src/testing';
import { verifyBundle } from '../../libs/ledger/src/verify/verify-bundle';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { Timing, type Timed, type Times } from '../workload/timing';

const SUITES = { node: nodeSuite, browser: browserSuite } as const;
export type SuiteName = keyof typeof SUITES;

export interface VerifyBundleInput extends Times {
  readonly hash: HashAlgorithm;
  readonly suite: SuiteName;
  /** Of the one case in it. */
  readonly events: number;
}

/** Events of other cases in the same log. */
const OTHERS = 2_000;

/** Bundles a second, all checks made and passed. */
export async function verifyBundleTask({ hash, suite, events, ...times }: VerifyBundleInput): Promise<Timed> {
  const lab = newLab({ hash, cosigners: 2 });
  const append = (n: number, rev: number): unknown => {
    const { type, data } = caseEvent(caseNumberOf(n), rev);
    return lab.append(`case-${caseNumberOf(n)}`, { type, data: data as JsonObject });
  };
  for (let n = 1; n <= OTHERS; n++) append(n, 0);
  for (let rev = 0; rev < events; rev++) append(0, rev);
  await lab.recordHeads();
  await lab.checkpoint();
  const file = await labBundleFile(lab, { cases: [caseNumberOf(0)] });
  const timing = new Timing(times);
  while (!timing.isOver()) {
    const began = performance.now();
    const { outcome } = verifyBundle(file, lab.policy(), { suite: SUITES[suite], now: lab.now });
    timing.done(began, 1);
    if (outcome !== 'verified') throw new Error(`the bundle is ${outcome}`);
  }
  return timing.result();
}
