import { NO_QUORUM } from '../../policy/policy';
import type { Check } from './check';

/** Enough of those whom the policy names have cosigned the checkpoint. */
export const checkCosignatures: Check = ({ checkpoint, policy, bundle }) => {
  const [wrong] = checkpoint.wrong;
  if (wrong !== undefined) return { code: 'cosignature-wrong', detail: wrong };
  const names = [...checkpoint.times.keys()].join('、');
  if (!checkpoint.quorumMet)
    return { code: 'quorum-unmet', detail: `要求 ${policy.quorum}，已有 ${names === '' ? '无' : names}` };
  const others = bundle.checkpoint.signatures.length - 1 - checkpoint.times.size;
  return (
    (policy.quorum === NO_QUORUM ? '策略不要求联署' : `联署达到要求：${names}`) +
    (others > 0 ? `；另有 ${String(others)} 个签名，策略中没有其公钥，不予采信` : '')
  );
};
