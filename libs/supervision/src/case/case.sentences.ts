import type { Sentences } from '@liuhen/kernel';
import { CASE_STAGES, CASE_TYPES, DISPOSITIONS, LINK_KINDS } from './case-vocabulary';
import type { CaseEvent } from './case.events';

export const caseSentences: Sentences<CaseEvent> = {
  CaseRegistered: ({ data }) =>
    `登记立案：${CASE_TYPES[data.caseType]}${CASE_STAGES[data.stage]}案件` +
    clause('案由', data.cause) +
    clause('审理法院', data.court.name ?? data.court.code),
  CaseLinked: ({ data }) => `登记来源：由${data.origin}而来（${LINK_KINDS[data.kind]}）`,
  DispositionRecorded: ({ data }) =>
    `记录裁判结果：${data.printed ?? DISPOSITIONS[data.disposition]}` + clause('文书', data.document),
};

const clause = (name: string, value: string | null): string => (value === null ? '' : `，${name}：${value}`);
