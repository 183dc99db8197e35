import { toHex } from '../../bytes';
import type { Evidence, Leaf } from '../evidence';
import type { Finding, FindingCode } from '../findings';
import type { Check } from './check';

/** In each stream, revisions follow one another from 0, each event points to the one before, and time does not go back. */
export const checkChain: Check = ({ events, starts }) =>
  firstBroken([...byStream(events), starts]) ??
  `各流的 ${String(events.length)} 条记录首尾相连，序号不缺不重`;

/** Events that follow one another in the bundle, by their streams. */
function byStream(events: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const streams: Leaf[][] = [];
  for (const event of events) {
    const last = streams.at(-1);
    if (last?.[0]?.stream === event.stream) last.push(event);
    else streams.push([event]);
  }
  return streams;
}

function firstBroken(streams: Evidence['events'][]): Finding | undefined {
  for (const events of streams) {
    for (const [rev, event] of events.entries()) {
      const code = faultOf(event, rev, events[rev - 1]);
      if (code) return { code, firstBad: event.index };
    }
  }
  return undefined;
}

function faultOf(
  { index, rev, shown }: Leaf,
  next: number,
  before: Leaf | undefined,
): FindingCode | undefined {
  if (rev !== next) return 'revision-not-next';
  if (before && before.index >= index) return 'order-other';
  if (!shown?.header) return undefined;
  const { prev, recordedAt } = shown.header;
  if (prev !== (before ? toHex(before.leaf) : null)) return 'previous-other';
  const earlier = before?.shown?.header?.recordedAt;
  return earlier !== undefined && recordedAt < earlier ? 'recorded-before-previous' : undefined;
}
