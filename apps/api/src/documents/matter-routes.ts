import { guizhouPolicies, postKindOf, type AdoptedClause } from '@liuhen/courts';
import {
  ANSWERING_SIDES,
  INSTRUMENTS,
  MATTER_POLICY,
  REACHES,
  type Instrument,
  type Route,
} from '@liuhen/supervision';
import { head, row } from './markdown';

/** 谁可以向谁发: who may issue what to whom by the default rules, written from the rules as they are seeded. */
export const matterRoutesText = (): string =>
  [
    '# 督导方式一览',
    '',
    '谁可以用哪种方式向谁督导、由谁审批、依次有哪些步骤和期限。本表由默认的《督导事项规则》生成，请勿手改：`npm run docs`。各院可以另立版本（`POST /policies`），以施行中的规则为准（`GET /matters/routes`）。',
    '',
    ...(Object.keys(INSTRUMENTS) as Instrument[]).flatMap(section),
  ].join('\n');

const clauses: Readonly<Record<string, AdoptedClause>> =
  guizhouPolicies.find(({ command }) => command.data.policy === MATTER_POLICY)?.command.data.clauses ?? {};

const routesOf = (instrument: Instrument): readonly Route[] =>
  (clauses[`${instrument}.routes`]?.content.routes ?? []) as unknown as readonly Route[];

function section(instrument: Instrument): readonly string[] {
  const texts = Object.entries(clauses).filter(([clause]) => clause.startsWith(`${instrument}.`));
  return [
    `## ${INSTRUMENTS[instrument]}（\`${instrument}\`）`,
    '',
    ...head('范围', '发起', '审批', '答复', '责任岗位'),
    ...routesOf(instrument).map(routeRow),
    '',
    ...texts.map(([clause, { text }]) => `- \`${clause}\`：${text}`),
    '',
  ];
}

const routeRow = ({ reach, issuers, approvers, answeredBy, responsible }: Route): string =>
  row([
    REACHES[reach],
    postNames(issuers),
    postNames(approvers),
    ANSWERING_SIDES[answeredBy],
    postNames(responsible),
  ]);

const postNames = (kinds: readonly string[]): string =>
  kinds.map((kind) => postKindOf(kind)?.name ?? kind).join('、');
