import type { SentenceNames, Sentences } from '@liuhen/kernel';
import { CASE_STAGES, CASE_TYPES, DISPOSITIONS, LINK_KINDS } from './case-vocabulary';
import type { CaseEvent, PanelFormation } from './case.events';

export const caseSentences: Sentences<CaseEvent> = {
  CaseRegistered: ({ data }) =>
    `登记立案：${CASE_TYPES[data.caseType]}${CASE_STAGES[data.stage]}案件` +
    clause('案由', data.cause) +
    clause('审理法院', data.court.name ?? data.court.code),
  PanelFormed: ({ data }, names) => `${formed(data, names)}${clause('变更事由', data.reason)}`,
  CaseLinked: ({ data }) => `登记来源：由${data.origin}而来（${LINK_KINDS[data.kind]}）`,
  DispositionRecorded: ({ data }) =>
    `记录裁判结果：${data.printed ?? DISPOSITIONS[data.disposition]}` + clause('文书', data.document),
};

function formed(
  { panel, handlingJudge, soleJudge, presidingJudge }: PanelFormation,
  names: SentenceNames,
): string {
  if (soleJudge) return `由${names.personName(handlingJudge)}独任审理`;
  const members = panel.map((person) => names.personName(person)).join('、');
  const presiding = presidingJudge === null ? null : names.personName(presidingJudge);
  return `组成合议庭：${members}${clause('审判长', presiding)}${clause('承办法官', names.personName(handlingJudge))}`;
}

const clause = (name: string, value: string | null): string => (value === null ? '' : `，${name}：${value}`);
