import { verifyInclusion } from '../../merkle/verify';
import { allEvents } from '../evidence';
import { firstWrong, type Check } from './check';

/** Each event is a leaf of the checkpoint's tree. */
export const checkInclusion: Check = (evidence) => {
  const { size, root } = evidence.checkpoint.checkpoint;
  const events = allEvents(evidence);
  return (
    firstWrong(events, ({ index, leaf, proof }) =>
      verifyInclusion(evidence.hash, { index, size, leaf, proof, root }) ? undefined : 'not-in-tree',
    ) ?? `${String(events.length)} 条记录均在检查点的树中（全日志 ${String(size)} 条）`
  );
};
