import type { BundleCase, StreamInHeads } from '../../bundle/bundle';
import type { Evidence, Leaf } from '../evidence';
import type { Finding } from '../findings';
import { againstHeads } from '../last-event';
import { recordedHeads } from '../recorded-heads';
import type { Check } from './check';

/** The last event of each case up to the heads is the one that they name, and of a case that is said to be none, none. */
export const checkCompleteness: Check = (evidence) => {
  const { manifest, heads } = evidence.bundle;
  const treeSize = recordedHeads(evidence)?.treeSize ?? 0;
  for (const one of manifest.cases) {
    const head = heads.streams.find(({ stream }) => stream === one.stream);
    const events = evidence.events.filter(({ stream, index }) => stream === one.stream && index < treeSize);
    const finding = faultOf(one, head, events);
    if (finding) return { detail: one.case, ...finding };
  }
  return passed(evidence, treeSize);
};

function faultOf(
  { state }: BundleCase,
  head: StreamInHeads | undefined,
  events: readonly Leaf[],
): Finding | undefined {
  if (state === 'withheld') return undefined;
  if (!head) return { code: 'head-missing' };
  const found = againstHeads(head, events);
  if (state === 'absent') return found.kind === 'not-there' ? undefined : { code: 'case-exists' };
  switch (found.kind) {
    case 'complete':
      return undefined;
    case 'events-missing':
      return { code: 'events-missing' };
    case 'not-there':
      return { code: 'beyond-heads' };
    case 'contradicted':
      return { code: 'head-other', firstBad: found.firstBad };
  }
}

function passed({ events, bundle }: Evidence, treeSize: number): string {
  const count = (state: BundleCase['state']): number =>
    bundle.manifest.cases.filter((one) => one.state === state).length;
  const beyond = events.filter(({ index }) => index >= treeSize).length;
  const [absent, withheld] = [count('absent'), count('withheld')];
  return [
    `截至各流之末，${String(count('included'))} 个案件无一条遗漏`,
    absent === 0 ? '' : `；${String(absent)} 个案件经证明不存在`,
    withheld === 0 ? '' : `；${String(withheld)} 个案件只列案号，未载入`,
    beyond === 0 ? '' : `；此后另有 ${String(beyond)} 条，其后有无遗漏不在证明之列`,
  ].join('');
}
