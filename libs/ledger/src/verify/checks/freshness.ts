import { chinaTimeOf, epochMsOf, instantOf } from '@liuhen/kernel';
import type { Check } from './check';

/** Others have seen the checkpoint lately. */
export const checkFreshness: Check = ({ policy, checkpoint: { time }, now }) => {
  const { freshnessSeconds, skewSeconds } = policy;
  if (freshnessSeconds === undefined) return { code: 'freshness-unset' };
  if (time === undefined) return { code: 'freshness-unknown' };
  const age = epochMsOf(now) / 1_000 - time;
  const cosignedAt = chinaTimeOf(instantOf(1_000 * time));
  if (age < -skewSeconds) return { code: 'from-the-future', detail: cosignedAt };
  return age > freshnessSeconds
    ? { code: 'stale', detail: cosignedAt }
    : `联署于 ${cosignedAt}，在策略规定的 ${String(freshnessSeconds)} 秒之内`;
};
