import type { Entropy } from '@liuhen/event-store';
import { instantOf, type Clock } from '@liuhen/kernel';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** The server's own clock; its correctness is the operator's (NTP), a fall back is refused by the store. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };

export const systemEntropy: Entropy = {
  newId: () => uuidv7(),
  newSalt: () => randomBytes(32).toString('base64'),
};
