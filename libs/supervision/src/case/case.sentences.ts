import type { Sentences } from '@liuhen/kernel';
import { CASE_STAGES, CASE_TYPES, DISPOSITIONS, LINK_KINDS } from './case-vocabulary';
import type { CaseEvent, PanelFormation } from './case.events';

export const caseSentences: Sentences<CaseEvent> = {
  CaseRegistered: ({ data }) =>
    `登记立案：${CASE_TYPES[data.caseType]}${CASE_STAGES[data.stage]}案件` +
    clause('案由', data.cause) +
    clause('审理法院', data.court.name ?? data.court.code),
  PanelFormed: ({ data }) => `${formed(data)}${clause('变更事由', data.reason)}`,
  CaseLinked: ({ data }) => `登记来源：由${data.origin}而来（${LINK_KINDS[data.kind]}）`,
  DispositionRecorded: ({ data }) =>
    `记录裁判结果：${data.printed ?? DISPOSITIONS[data.disposition]}` + clause('文书', data.document),
};

const formed = ({ panel, handlingJudge, soleJudge, presidingJudge }: PanelFormation): string =>
  soleJudge
    ? `由${handlingJudge}独任审理`
    : `组成合议庭：${panel.join('、')}${clause('审判长', presidingJudge)}${clause('承办法官', handlingJudge)}`;

const clause = (name: string, value: string | null): string => (value === null ? '' : `，${name}：${value}`);
