import { basisText, chinaTimeOf, PARTIES, type EventHeader } from '@liuhen/kernel';
import { CASE_STATES, type Manifest } from '../bundle/bundle';
import { CHECKS } from '../policy/checks';
import { OUTCOMES } from './findings';
import { RESULTS, type CheckResult, type Report, type ReportedEvent, type WithheldField } from './report';

/** The report for a reader in China, line by line: conclusion, checks, what the exporter says, and every event. */
export const reportLines = (report: Report): readonly string[] => [
  `结论：${OUTCOMES[report.outcome]}`,
  '',
  '核验项目',
  ...report.checks.map(checkLine),
  ...(report.manifest ? ['', ...manifestLines(report.manifest)] : []),
  ...restartLines(report),
  ...eventLines(report),
];

const checkLine = ({ name, result, text, code }: CheckResult): string =>
  `  ${RESULTS[result].padEnd(3, '　')}  ${CHECKS[name]}：${text}${code === null ? '' : `［${code}］`}`;

const manifestLines = (manifest: Manifest): readonly string[] => [
  '导出者的说明（导出者自述，未经证明）',
  `  ${chinaTimeOf(manifest.exportedAt)} 由 ${manifest.exportedBy.court} ${manifest.exportedBy.person}（${manifest.exportedBy.post}）导出，用途：${manifest.purpose}`,
  ...manifest.cases.map(
    ({ case: number, state, events }) =>
      `  ${number}：${CASE_STATES[state]}${state === 'included' ? `，${String(events)} 条` : ''}`,
  ),
];

const restartLines = ({ restarts }: Report): readonly string[] =>
  restarts.length === 0
    ? []
    : [
        '',
        '日志重新起算',
        ...restarts.map(
          ({ start, recordedAt, declaredBy, reason, formerOrigin, formerSize }) =>
            `  第 ${String(start)} 次起算，${chinaTimeOf(recordedAt)} 记录，申明人 ${declaredBy}：${reason}` +
            `（此前以 ${formerOrigin} 签到第 ${String(formerSize)} 条）`,
        ),
      ];

function eventLines({ events, completeTo }: Report): readonly string[] {
  if (events.length === 0) return [];
  const complete = completeTo
    ? `记录（各流之末记于 ${chinaTimeOf(completeTo.recordedAt)}，＊为其后的记录）`
    : '记录';
  return ['', complete, ...events.flatMap(linesOfEvent)];
}

const linesOfEvent = (event: ReportedEvent): readonly string[] => [
  `  ${event.isBeyondHeads ? '＊' : ''}${event.stream} 第 ${String(event.rev + 1)} 条（日志第 ${String(event.index + 1)} 条）：${event.header ? whatOf(event.header) : '无权查阅，只有杂凑值'}`,
  `      收录${betweenOf(event)}`,
  ...event.withheld.map((field) => `      ${withheldLine(field)}`),
];

const whatOf = ({ type, actor, court, recordedAt }: EventHeader): string =>
  `${type}，${chinaTimeOf(recordedAt)} 记录，${court} ${actor.person}（${PARTIES[actor.party]}，${actor.post}）`;

function betweenOf({ recordedBetween: { after, before } }: ReportedEvent): string {
  if (before === undefined) return '时间无从证明';
  const until = `不晚于 ${chinaTimeOf(before)}`;
  return after === undefined ? `时间${until}` : `于 ${chinaTimeOf(after)} 之后，${until}`;
}

function withheldLine(field: WithheldField): string {
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
