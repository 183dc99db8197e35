import { createHash } from 'node:crypto';
import type { Entropy } from '../seal-decision';

/** Ids and salts that are the same in each run with the same seed. */
export function seededEntropy(seed = 'seed'): Entropy {
  let drawn = 0;
  const draw = (): Buffer =>
    createHash('sha256')
      .update(`${seed}/${String(drawn++)}`)
      .digest();
  return { newId: () => uuidV7From(draw()), newSalt: () => draw().toString('base64') };
}

/** A UUIDv7 in form; its time means nothing. */
function uuidV7From(random: Buffer): string {
  const hex = random.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
