import { equalBytes } from '../../bytes';
import type { Attested } from '../attested';
import type { Evidence } from '../evidence';
import type { Finding } from '../findings';
import { startOf } from '../start-of';
import type { Check } from './check';

const CODES = {
  holds: undefined,
  wrong: 'log-signature-wrong',
  missing: 'log-signature-missing',
  unknown: 'log-unknown',
} as const satisfies Record<Attested['log'], Finding['code'] | undefined>;

/** The log has signed the checkpoint, which does not contradict what the verifier kept. */
export const checkCheckpointSignature: Check = (evidence) => {
  const { log, checkpoint } = evidence.checkpoint;
  const code = CODES[log];
  if (code) return { code, detail: checkpoint.origin };
  const contradiction = contradictionOf(evidence);
  if (contradiction) return contradiction;
  return (
    `日志 ${checkpoint.origin} 签名成立，长度 ${String(checkpoint.size)}` +
    (evidence.trustedCheckpoint ? '，与自存的检查点相接' : '')
  );
};

/** Two trees of one size are the same; those of different sizes are compared by way of a bracket of the same size. */
function contradictionOf({ bundle, trustedCheckpoint, checkpoint, brackets }: Evidence): Finding | undefined {
  if (!trustedCheckpoint) return undefined;
  const { origin, size, root } = trustedCheckpoint;
  const told = [checkpoint, ...brackets].find((one) => one.checkpoint.size === size);
  if (!told || startOf(bundle.manifest.log, origin) === undefined)
    return { code: 'trusted-checkpoint-unconnected', detail: `${origin}，长度 ${String(size)}` };
  return equalBytes(told.checkpoint.root, root) ? undefined : { code: 'trusted-checkpoint-contradicted' };
}
