import { chinaTimeOf, type Instant } from '@liuhen/kernel';
import {
  browserSuite,
  OUTCOMES,
  RESULTS,
  Unusable,
  verifyFiles,
  type Outcome,
  type Report,
  type VerifyFiles,
} from '@liuhen/ledger';

/** What the page says of what was chosen, in large letters and in small ones. */
export interface Verdict {
  readonly kind: Outcome | 'waiting' | 'none';
  readonly sentence: string;
  readonly detail: string;
  readonly report?: Report;
}

type ChosenFiles = { readonly [File in keyof VerifyFiles]: Uint8Array | undefined };

export const UNDER_WAY: Verdict = { kind: 'waiting', sentence: '正在核验', detail: '' };

/** @throws Unusable if policy or checkpoint are none */
export function verdictOn({ bundle, policy, trustedCheckpoint }: ChosenFiles, now: Instant): Verdict {
  if (!bundle || !policy) {
    const missing = [...(bundle ? [] : ['证据包']), ...(policy ? [] : ['策略文件'])];
    return { kind: 'waiting', sentence: `请选择${missing.join('和')}`, detail: '选齐之后自动核验。' };
  }
  const report = verifyFiles({ bundle, policy, trustedCheckpoint }, browserSuite, now);
  return {
    kind: report.outcome,
    sentence: OUTCOMES[report.outcome],
    detail: `${countsIn(report)}。核验时间 ${chinaTimeOf(now)}（本机时钟）。`,
    report,
  };
}

function countsIn({ checks }: Report): string {
  const kinds = Object.keys(RESULTS) as readonly (keyof typeof RESULTS)[];
  const counts = kinds.flatMap((kind) => {
    const count = checks.filter(({ result }) => result === kind).length;
    return count === 0 ? [] : [`${String(count)} 项${RESULTS[kind]}`];
  });
  return `核验 ${String(checks.length)} 项：${counts.join('，')}`;
}

/** No verification took place. */
export const withoutVerdict = (error: unknown): Verdict => ({
  kind: 'none',
  sentence: '核验未能进行',
  detail: error instanceof Unusable ? error.message : `程序故障：${String(error)}`,
});
