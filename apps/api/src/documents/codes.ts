import { accessRefusals, commandSignatureRefusals, postKeepingRefusals } from '@liuhen/access';
import {
  caseNumberRefusals,
  courtRefusals,
  keyRefusals,
  postRefusals,
  powerRefusals,
  proposalRefusals,
} from '@liuhen/courts';
import { executeRefusals } from '@liuhen/event-store';
import { basisText, type RefusalTable } from '@liuhen/kernel';
import { receiptRefusals } from '@liuhen/notary';
import { PROBLEMS } from '@liuhen/platform';
import { inspectionRefusals, readersRefusals } from '@liuhen/read-models';
import { acts } from '@liuhen/supervision';
import { head, row } from './markdown';

/** Every code that an answer may carry, written from the tables that the code itself refuses by. */
export const codesText = (): string =>
  [
    '# 代码一览',
    '',
    '每个出错或者拒绝的答复（RFC 9457，`application/problem+json`）都带有一个稳定的 `code`。本表由程序中的表生成，请勿手改：`npm run docs`。',
    '',
    ...section('案号', caseNumberRefusals),
    ...section('查阅和办理的范围', { ...accessRefusals, ...powerRefusals }),
    ...section('谁看过本案', readersRefusals),
    ...section('督察筛查', inspectionRefusals),
    ...section('重复和并发', executeRefusals),
    ...section('本人签名', commandSignatureRefusals),
    ...section('存证', receiptRefusals),
    ...section('法院', courtRefusals),
    ...section('岗位', { ...postRefusals, ...postKeepingRefusals }),
    ...section('签名密钥', keyRefusals),
    ...section('规则、授权和密钥变更的提请', proposalRefusals),
    ...acts.flatMap(({ title, refusals }) => section(title, refusals)),
    ...problems(),
  ].join('\n');

function section(title: string, table: RefusalTable): readonly string[] {
  const rows = Object.entries(table).map(([code, { text, law = [] }]) =>
    row([`\`${code}\``, text, law.map((article) => basisText(article)).join('<br>')]),
  );
  return [`## ${title}`, '', ...head('代码', '说明', '依据'), ...rows, ''];
}

function problems(): readonly string[] {
  const rows = Object.entries(PROBLEMS).map(([code, { status, detail }]) =>
    row([`\`${code}\``, String(status), detail]),
  );
  return ['## 接口', '', ...head('代码', '状态码', '说明'), ...rows, ''];
}
