import type { CommandAct } from '@liuhen/access';
import { createHash } from 'node:crypto';
import type { MatterId } from '../supervision-matter/supervision-matter.events';

/**
 * The id of a matter that is drafted: opaque, and the same when the same person's command comes again (RFC 9562, UUID
 * version 8), so that a repeated draft is answered and not drafted twice.
 */
export function newMatterId({ actor, key }: Pick<CommandAct, 'actor' | 'key'>): MatterId {
  const digest = createHash('sha256')
    .update(JSON.stringify(['matter', actor.person, key]))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

export const MATTER_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const isMatterId = (text: string): boolean => MATTER_ID.test(text);
