import { epochMsOf } from '@liuhen/kernel';
import { verifyConsistency } from '../../merkle/verify';
import type { Attested } from '../attested';
import type { Evidence, Leaf } from '../evidence';
import type { Finding, FindingCode } from '../findings';
import { recordedBetween, type RecordedBetween } from '../moments';
import { firstWrong, type Check } from './check';

/** What the events say of when they were recorded is not against what others saw. */
export const checkTime: Check = (evidence) => {
  const between = recordedBetween(evidence);
  return (
    wrongBracket(evidence) ??
    firstWrong(evidence.events, (event) => faultOf(evidence, event, between(event.index))) ??
    passed(evidence.events.filter(({ index }) => between(index).after === undefined).length)
  );
};

const passed = (unbounded: number): string =>
  '每条的记录时间都在所示的两次联署之间' +
  (unbounded === 0 ? '' : `；其中 ${String(unbounded)} 条没有载入此前的联署，只能证明不晚于何时`);

/** The tree of every other checkpoint goes on to this one, or from it. */
function wrongBracket(evidence: Evidence): Finding | undefined {
  for (const [at, bracket] of evidence.brackets.entries()) {
    const detail = `长度 ${String(bracket.checkpoint.size)}`;
    if (bracket.wrong.length > 0 || bracket.log === 'wrong')
      return { code: 'bracket-signature-wrong', detail };
    if (!isConsistent(evidence, bracket, at)) return { code: 'bracket-inconsistent', detail };
  }
  return undefined;
}

function isConsistent({ hash, bundle, checkpoint }: Evidence, bracket: Attested, at: number): boolean {
  const [from, to] =
    bracket.checkpoint.size <= checkpoint.checkpoint.size
      ? [bracket.checkpoint, checkpoint.checkpoint]
      : [checkpoint.checkpoint, bracket.checkpoint];
  return verifyConsistency(hash, {
    ...{ from: from.size, to: to.size, fromRoot: from.root, toRoot: to.root },
    proof: bundle.brackets[at]?.proof ?? [],
  });
}

function faultOf(
  { policy }: Evidence,
  { shown }: Leaf,
  { after, before }: RecordedBetween,
): FindingCode | undefined {
  if (before === undefined) return 'time-unknown';
  if (!shown?.header) return undefined;
  const recordedAt = epochMsOf(shown.header.recordedAt) / 1_000;
  if (after !== undefined && recordedAt < after - policy.skewSeconds) return 'recorded-too-early';
  // Cosigners tell whole seconds.
  return recordedAt >= before + 1 + policy.skewSeconds ? 'recorded-too-late' : undefined;
}
