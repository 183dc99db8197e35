import { power, type Power } from '@liuhen/courts';
import { CASE_SYSTEM, TRIERS } from '../court-rules/post-groups';
import { lawArticleOf, organicLaw } from '../law/citation';
import type { AppellateDispositionCommand } from './appellate-disposition.decider';

const law = organicLaw('32').map(lawArticleOf);

export const appellateDispositionPowers: Readonly<Record<AppellateDispositionCommand['type'], Power>> = {
  DraftAppellateDisposition: power('拟定发改指裁判', TRIERS, { law, secondFactor: true }),
  RecordAppellateDisposition: power('记录发改指裁判', [...TRIERS, CASE_SYSTEM], { law, secondFactor: true }),
};
