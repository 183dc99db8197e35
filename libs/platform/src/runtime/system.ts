import type { Entropy } from '@liuhen/event-store';
import { instantOf, type Clock } from '@liuhen/kernel';
import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** The server's own clock; its correctness is the operator's (NTP), a fall back is refused by the store. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };

export const systemEntropy: Entropy = { newId: () => uuidv7(), newSalt };

const SALT_BYTES = 32;

/** Random bytes drawn ahead: one draw costs as much as a hundred salts. None is given twice. */
const drawn = Buffer.alloc(256 * SALT_BYTES);
let given = drawn.length;

function newSalt(): string {
  if (given === drawn.length) {
    randomFillSync(drawn);
    given = 0;
  }
  const salt = drawn.toString('base64', given, given + SALT_BYTES);
  given += SALT_BYTES;
  return salt;
}
