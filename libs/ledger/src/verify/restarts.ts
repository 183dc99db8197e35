import { isDigest, type Instant, type JsonObject } from '@liuhen/kernel';
import type { Restart } from '../ledger-events';
import type { Leaf } from './evidence';

/** 重新起算, as an event of the bundle tells it. */
export interface ToldRestart extends Restart {
  readonly recordedAt: Instant;
}

const TYPE = 'LedgerRestarted';

/** `undefined` if the event tells something else. */
export function restartIn({ shown }: Leaf): ToldRestart | undefined {
  const data = shown?.payload.data;
  return shown?.header?.type === TYPE && isRestart(data)
    ? { ...data, recordedAt: shown.header.recordedAt }
    : undefined;
}

const isRestart = (data: JsonObject | undefined): data is JsonObject & Restart =>
  data !== undefined &&
  [data.start, data.formerSize].every(Number.isSafeInteger) &&
  [data.formerOrigin, data.reason, data.declaredBy].every((text) => typeof text === 'string') &&
  isDigest(data.formerRoot);
