import type { Refusal } from '@liuhen/kernel';
import type { ScreenedWords } from '../supervision-matter/supervision-matter.events';
import type { Matter } from './matter';
import type { MatterCourt } from './matter-court';
import { refuseItems, textsOfItems, type GivenItem } from './rectification';
import { screenedWords, type ScreenedText } from './screening';

/** 问题清单: what is to be put right. */
export interface GivenProblems {
  readonly items: readonly GivenItem[];
  /** Why words stand that the rules warn of; `null` where there are none. */
  readonly screenedReason: string | null;
}

/**
 * Whether this can be asked of those aimed at: of whom, by when and in which words.
 *
 * @param further texts that ask for something beside the items
 * @returns the words that are warned of and stand
 */
export const screenedIn = (
  court: MatterCourt,
  matter: Matter,
  { items, screenedReason }: GivenProblems,
  further: readonly ScreenedText[] = [],
): ScreenedWords | Refusal =>
  refuseItems(court, matter, items) ??
  screenedWords([...further, ...textsOfItems(items)], court.rules.common.screening, screenedReason);
