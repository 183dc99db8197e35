import type { Instant } from '@liuhen/kernel';
import { headsOf, headsStream, type Heads } from '../ledger-events';
import type { Evidence } from './evidence';

export interface RecordedHeads extends Heads {
  readonly recordedAt: Instant;
}

const TYPE = 'HeadsRecorded';

/** What the bundle's heads say; `undefined` if they are not what records heads, or speak for a tree with themselves in it. */
export function recordedHeads({ heads: { index, shown } }: Evidence): RecordedHeads | undefined {
  if (!shown?.header || !shown.payload.data) return undefined;
  const { type, stream, recordedAt } = shown.header;
  if (type !== TYPE || !stream.startsWith(headsStream(''))) return undefined;
  try {
    const heads = headsOf(shown.payload.data);
    return heads.treeSize <= index ? { ...heads, recordedAt } : undefined;
  } catch {
    return undefined;
  }
}
