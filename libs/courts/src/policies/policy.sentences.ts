import type { Sentences } from '@liuhen/kernel';
import type { PolicyEvent } from './policy.events';

export const policySentences: Sentences<PolicyEvent> = {
  PolicyAdopted: ({ data }) =>
    `发布规则：《${data.title}》（${data.version}），自${data.from}起施行` +
    `${data.until === null ? '' : `，至${data.until}止（不含当日）`}，共${Object.keys(data.clauses).length}条` +
    (data.source.confirmed ? '' : `（待核：${data.source.note}）`),
  PolicyRepealed: ({ data }) => `废止规则：${data.version}，自${data.on}起`,
};
