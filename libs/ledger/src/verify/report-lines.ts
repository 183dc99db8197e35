import { CHECKS } from '../policy/checks';
import { OUTCOMES } from './findings';
import { RESULTS, type CheckResult, type Report, type ReportedEvent } from './report';
import {
  caseSentence,
  eventSentence,
  eventsTitle,
  exportSentence,
  eventPlace,
  recordedSentence,
  REPORT_TITLES,
  restartSentence,
  signatureSentence,
  withheldSentence,
} from './report-sentences';

/** The report for a reader in China, line by line: conclusion, checks, what the exporter says, and every event. */
export const reportLines = (report: Report): readonly string[] => [
  `结论：${OUTCOMES[report.outcome]}`,
  '',
  REPORT_TITLES.checks,
  ...report.checks.map(checkLine),
  ...manifestLines(report),
  ...section(REPORT_TITLES.restarts, report.restarts.map(restartSentence)),
  ...(report.events.length === 0 ? [] : ['', eventsTitle(report)]),
  ...report.events.flatMap(linesOfEvent),
];

const checkLine = ({ name, result, text, code }: CheckResult): string =>
  `  ${RESULTS[result].padEnd(3, '　')}  ${CHECKS[name]}：${text}${code === null ? '' : `［${code}］`}`;

const manifestLines = ({ manifest }: Report): readonly string[] =>
  manifest
    ? section(REPORT_TITLES.manifest, [exportSentence(manifest), ...manifest.cases.map(caseSentence)])
    : [];

const section = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `  ${sentence}`)];

const linesOfEvent = (event: ReportedEvent): readonly string[] => [
  `  ${eventPlace(event)}：${eventSentence(event)}`,
  `      ${recordedSentence(event)}`,
  ...[signatureSentence(event) ?? []].flat().map((sentence) => `      ${sentence}`),
  ...event.withheld.map((field) => `      ${withheldSentence(field)}`),
];
