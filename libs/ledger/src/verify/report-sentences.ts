import { basisText, chinaTimeOf, PARTIES, type EventHeader } from '@liuhen/kernel';
import { CASE_STATES, type BundleCase, type Manifest } from '../bundle/bundle';
import type { Scheme } from '../suites/suite';
import { kindOf } from './findings';
import { type Report, type ReportedEvent, type WithheldField } from './report';

/** What a report says to a reader in China, piece by piece: whoever shows it has only to arrange it. */
export const REPORT_TITLES = {
  checks: '核验项目',
  manifest: '导出者的说明（导出者自述，未经证明）',
  restarts: '日志重新起算',
} as const;

const SCHEMES: Readonly<Record<Scheme, string>> = { ed25519: 'Ed25519', sm2: 'SM2' };

export const exportSentence = ({ exportedAt, exportedBy, purpose }: Manifest): string =>
  `${chinaTimeOf(exportedAt)} 由 ${exportedBy.court} ${exportedBy.person}（${exportedBy.post}）导出，用途：${purpose}`;

export const caseSentence = ({ case: number, state, events }: BundleCase): string =>
  `${number}：${CASE_STATES[state]}${state === 'included' ? `，${String(events)} 条` : ''}`;

export const restartSentence = (restart: Report['restarts'][number]): string =>
  `第 ${String(restart.start)} 次起算，${chinaTimeOf(restart.recordedAt)} 记录，` +
  `申明人 ${restart.declaredBy}：${restart.reason}` +
  `（此前以 ${restart.formerOrigin} 签到第 ${String(restart.formerSize)} 条）`;

export const eventsTitle = ({ completeTo }: Report): string =>
  completeTo ? `记录（各流之末记于 ${chinaTimeOf(completeTo.recordedAt)}，＊为其后的记录）` : '记录';

export const eventPlace = ({ isBeyondHeads, stream, rev, index }: ReportedEvent): string =>
  `${isBeyondHeads ? '＊' : ''}${stream} 第 ${String(rev + 1)} 条（日志第 ${String(index + 1)} 条）`;

export const eventSentence = ({ header }: ReportedEvent): string =>
  header ? whatOf(header) : '无权查阅，只有杂凑值';

const whatOf = ({ type, actor, court, recordedAt }: EventHeader): string =>
  `${type}，${chinaTimeOf(recordedAt)} 记录，${court} ${actor.person}（${PARTIES[actor.party]}，${actor.post}）`;

export function recordedSentence({ recordedBetween: { after, before } }: ReportedEvent): string {
  if (before === undefined) return '收录时间无从证明';
  const until = `不晚于 ${chinaTimeOf(before)}`;
  return after === undefined ? `收录时间${until}` : `收录于 ${chinaTimeOf(after)} 之后，${until}`;
}

/** `undefined` for an event without its person's own signature. */
export function signatureSentence({ signature }: ReportedEvent): string | undefined {
  if (!signature) return undefined;
  const { scheme, key, code } = signature;
  const by = scheme && key ? `（${SCHEMES[scheme]}，密钥 ${key}）` : '';
  return `本人签名${by}：${code ? kindOf({ code }).text : '成立'}`;
}

export function withheldSentence(field: WithheldField): string {
  switch (field.why) {
    case 'redacted':
      return (
        `${field.title}：已依法遮蔽（第 ${String(field.rev + 1)} 条，${chinaTimeOf(field.recordedAt)}` +
        `${field.legalBasis ? `，依据${basisText(field.legalBasis)}` : ''}）`
      );
    case 'access':
      return `字段 ${field.digest.slice(0, 8)}…：无权查阅，未显示`;
    case 'unexplained':
      return `字段 ${field.digest.slice(0, 8)}…：缺失，没有说明`;
  }
}
