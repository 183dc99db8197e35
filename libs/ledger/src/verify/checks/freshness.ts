import { chinaTimeOf, epochMsOf, instantOf } from '@liuhen/kernel';
import type { Evidence } from '../evidence';
import { recordedHeads } from '../recorded-heads';
import type { Check } from './check';

/** Others have seen the checkpoint lately, and the heads are as new, or nothing came after them. */
export const checkFreshness: Check = (evidence) => {
  const {
    policy: { freshnessSeconds, skewSeconds },
    checkpoint: { time },
    now,
  } = evidence;
  if (freshnessSeconds === undefined) return { code: 'freshness-unset' };
  if (time === undefined) return { code: 'freshness-unknown' };
  const age = epochMsOf(now) / 1_000 - time;
  const cosignedAt = chinaTimeOf(instantOf(1_000 * time));
  if (age < -skewSeconds) return { code: 'from-the-future', detail: cosignedAt };
  if (age > freshnessSeconds) return { code: 'stale', detail: cosignedAt };
  return haveStaleHeads(evidence, freshnessSeconds)
    ? { code: 'heads-stale' }
    : `联署于 ${cosignedAt}，在策略规定的 ${String(freshnessSeconds)} 秒之内`;
};

/** Old heads under a new checkpoint may hide the end of a case. */
function haveStaleHeads(evidence: Evidence, freshnessSeconds: number): boolean {
  const { checkpoint, now, heads } = evidence;
  const recorded = recordedHeads(evidence);
  if (!recorded || checkpoint.checkpoint.size === heads.index + 1) return false;
  return epochMsOf(now) - epochMsOf(recorded.recordedAt) > 1_000 * freshnessSeconds;
}
