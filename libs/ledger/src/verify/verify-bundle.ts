import { readBundle, type FoundBundle } from '../bundle/read-bundle';
import { Malformed } from '../malformed';
import { CHECK_NAMES, type CheckName } from '../policy/checks';
import type { Policy } from '../policy/policy';
import { checkChain } from './checks/chain';
import type { Check } from './checks/check';
import { checkCheckpointSignature } from './checks/checkpoint-signature';
import { checkCompleteness } from './checks/completeness';
import { checkCosignatures } from './checks/cosignatures';
import { checkFreshness } from './checks/freshness';
import { checkHeaders } from './checks/headers';
import { checkHeads } from './checks/heads';
import { checkInclusion } from './checks/inclusion';
import { checkManifest } from './checks/manifest';
import { checkPayload } from './checks/payload';
import { checkSignatures } from './checks/signatures';
import { checkStarts } from './checks/starts';
import { checkTime } from './checks/time';
import { evidenceOf, type Circumstances, type Evidence } from './evidence';
import type { Finding } from './findings';
import type { Report } from './report';
import { outcomeOf, resultOf } from './results';
import { toldBy } from './told-by';

const CHECKS: Readonly<Record<Exclude<CheckName, 'format'>, Check>> = {
  manifest: checkManifest,
  headers: checkHeaders,
  inclusion: checkInclusion,
  chain: checkChain,
  payload: checkPayload,
  'checkpoint-signature': checkCheckpointSignature,
  cosignatures: checkCosignatures,
  heads: checkHeads,
  completeness: checkCompleteness,
  time: checkTime,
  freshness: checkFreshness,
  starts: checkStarts,
  signatures: checkSignatures,
};

/**
 * 核验: whether a bundle proves what it tells, under a policy. Nothing that the bundle says of whom to believe is heeded.
 *
 * Every check is made, whether or not it is required, and "verified" means that each required one has passed.
 */
export function verifyBundle(bytes: Uint8Array, policy: Policy, circumstances: Circumstances): Report {
  const bundle = readBundleOrSay(bytes, circumstances);
  if (!('manifest' in bundle)) return malformedReport(policy, bundle);
  const evidence = evidenceOf(bundle, policy, circumstances);
  const checks = CHECK_NAMES.map((name) => resultOf(policy, name, findingOf(name, evidence)));
  return { outcome: outcomeOf(checks), checks, ...toldBy(evidence) };
}

/** What is not read cannot be checked, and no check is passed over in silence. */
const malformedReport = (policy: Policy, finding: Finding): Report => ({
  outcome: 'malformed',
  checks: CHECK_NAMES.map((name) => resultOf(policy, name, finding)),
  ...{ manifest: null, completeTo: null, restarts: [], events: [] },
});

const findingOf = (name: CheckName, evidence: Evidence): Finding | string =>
  name === 'format' ? '写法规范，逐字节核对无误' : CHECKS[name](evidence);

function readBundleOrSay(bytes: Uint8Array, { suite }: Circumstances): FoundBundle | Finding {
  try {
    return readBundle(bytes, suite);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { code: 'malformed', detail: error.what };
  }
}
