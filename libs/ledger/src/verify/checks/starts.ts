import { originOfStart, RESTARTS_STREAM } from '../../ledger-events';
import type { Evidence } from '../evidence';
import type { Finding } from '../findings';
import { againstHeads } from '../last-event';
import { recordedHeads } from '../recorded-heads';
import { restartIn } from '../restarts';
import { startOf } from '../start-of';
import { firstWrong, type Check } from './check';

/** Every new start of the log is told, and the checkpoint is signed under the last one. */
export const checkStarts: Check = (evidence) => {
  const { starts } = evidence;
  return (
    otherRestart(evidence) ??
    wrongCount(evidence) ??
    wrongHead(evidence) ??
    (starts.length === 0
      ? '日志自始未曾重新起算'
      : `日志曾重新起算 ${String(starts.length)} 次，均有申明，详见下文`)
  );
};

function otherRestart({ bundle: { manifest }, starts }: Evidence): Finding | undefined {
  return firstWrong(starts, (event) => {
    const restart = restartIn(event);
    const isNext =
      restart?.start === event.rev + 2 &&
      event.stream === RESTARTS_STREAM &&
      restart.formerOrigin === originOfStart(manifest.log, restart.start - 1);
    return isNext ? undefined : 'restart-other';
  });
}

function wrongCount({ bundle: { manifest }, starts }: Evidence): Finding | undefined {
  const told = starts.length + 1;
  const signed = startOf(manifest.log, manifest.origin) ?? 1;
  if (told === signed) return undefined;
  return { code: told < signed ? 'restarts-missing' : 'restart-other', detail: manifest.origin };
}

function wrongHead(evidence: Evidence): Finding | undefined {
  const head = evidence.bundle.heads.streams.find(({ stream }) => stream === RESTARTS_STREAM);
  if (!head) return { code: 'restarts-missing' };
  const treeSize = recordedHeads(evidence)?.treeSize ?? 0;
  const found = againstHeads(
    head,
    evidence.starts.filter(({ index }) => index < treeSize),
  );
  if (found.kind === 'contradicted') return { code: 'restart-other', firstBad: found.firstBad };
  return found.kind === 'events-missing' ? { code: 'restarts-missing' } : undefined;
}
