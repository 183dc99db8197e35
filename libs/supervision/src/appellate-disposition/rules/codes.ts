import { partRules, wholeRules } from './assess';
import type { Citation } from '../../law/citation';
import { ruleTable } from './rule-table';

/** One code that a user can meet: a finding, which is also the refusal of a draft, or a ground. */
export interface CatalogueEntry {
  readonly code: string;
  readonly title: string;
  readonly law: readonly Citation[];
}

const entry = ({ code, title, law }: CatalogueEntry): CatalogueEntry => ({ code, title, law });

/** 审查结论（退回）代码 */
export const findingCatalogue: readonly CatalogueEntry[] = [
  ...wholeRules.map(entry),
  ...partRules.map(entry),
];

/** 发改指理由代码 */
export const groundCatalogue: readonly CatalogueEntry[] = ruleTable.map(({ code, name, law }) => ({
  code,
  title: name,
  law,
}));
