import { writeBundle } from '../bundle/write-bundle';
import { nodeSuite } from '../suites/node/node-suite';
import type { Report } from '../verify/report';
import { verifyBundle } from '../verify/verify-bundle';
import { CASES } from './golden-lab';
import { labBundle } from './lab-bundle';
import type { Given } from './tamperings';

/** What the verifier says of what it is handed. */
export async function reportOn({ lab, bundle, bytes, policy, circumstances }: Given): Promise<Report> {
  const file = bytes ?? writeBundle(bundle ?? (await labBundle(lab, CASES)), lab.hash);
  const applied = policy ? policy(lab.policy()) : lab.policy();
  return verifyBundle(file, applied, { suite: nodeSuite, now: lab.now, ...circumstances });
}
