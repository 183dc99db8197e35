import type { Act } from '@liuhen/kernel';

/** What the system takes over from elsewhere: others have decided on it, and it may have held before. */
export const isSystemImport = ({ source, actor }: Act): boolean =>
  source === 'imported' && actor.party === 'system';
