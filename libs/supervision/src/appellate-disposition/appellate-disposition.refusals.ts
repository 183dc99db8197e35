import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { findingCatalogue, lawArticleOf } from './rules';

/** For want of form. */
export const appellateDispositionRefusals = {
  'decision-date-in-future': { text: '裁判日期不得晚于今日' },
  'decision-date-required': { text: '已签署或者已送达的裁判须写明裁判日期' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...appellateDispositionRefusals });

/** The codes of the rules, under which a draft is refused and a fact is flagged. */
export const ruleRefusals: RefusalTable = Object.fromEntries(
  findingCatalogue.map(({ code, title, law }) => [code, { text: title, law: law.map(lawArticleOf) }]),
);
