import {
  caseSentence,
  CHECKS,
  eventPlace,
  eventSentence,
  eventsTitle,
  exportSentence,
  recordedSentence,
  REPORT_TITLES,
  RESULTS,
  restartSentence,
  signatureSentence,
  withheldSentence,
  type CheckResult,
  type Report,
  type ReportedEvent,
} from '@liuhen/ledger';
import type { Child, Make, PageElement } from './document';

/** What the text of a report says, as sections of the page, and the fields of the events. */
export const reportView = (make: Make, report: Report): readonly PageElement[] => [
  section(make, REPORT_TITLES.checks, checksTable(make, report.checks)),
  ...(report.manifest
    ? [
        section(
          make,
          REPORT_TITLES.manifest,
          make('p', {}, exportSentence(report.manifest)),
          list(make, report.manifest.cases.map(caseSentence)),
        ),
      ]
    : []),
  ...(report.restarts.length > 0
    ? [section(make, REPORT_TITLES.restarts, list(make, report.restarts.map(restartSentence)))]
    : []),
  ...(report.events.length > 0
    ? [
        section(
          make,
          eventsTitle(report),
          make('ol', { class: 'events' }, ...report.events.map((event) => eventItem(make, event))),
        ),
      ]
    : []),
];

const section = (make: Make, title: string, ...content: readonly Child[]): PageElement =>
  make('section', {}, make('h2', {}, title), ...content);

const list = (make: Make, sentences: readonly string[]): PageElement =>
  make('ul', {}, ...sentences.map((sentence) => make('li', {}, sentence)));

const checksTable = (make: Make, checks: readonly CheckResult[]): PageElement =>
  make(
    'table',
    {},
    make(
      'thead',
      {},
      make('tr', {}, ...['结果', '项目', '说明'].map((title) => make('th', { scope: 'col' }, title))),
    ),
    make('tbody', {}, ...checks.map((check) => checkRow(make, check))),
  );

const RESULT_CLASSES = { PASS: 'pass', FAIL: 'fail', 'NOT REQUIRED': 'not-required' } as const;

const checkRow = (make: Make, { name, result, text, code }: CheckResult): PageElement =>
  make(
    'tr',
    { class: RESULT_CLASSES[result] },
    make('td', {}, RESULTS[result]),
    make('th', { scope: 'row' }, CHECKS[name]),
    make('td', {}, text, ...(code === null ? [] : [' ', make('code', {}, code)])),
  );

const eventItem = (make: Make, event: ReportedEvent): PageElement =>
  make(
    'li',
    {},
    make('h3', {}, eventPlace(event)),
    make('p', {}, eventSentence(event)),
    make('p', { class: 'recorded' }, recordedSentence(event)),
    ...[signatureSentence(event) ?? []].flat().map((sentence) => make('p', {}, sentence)),
    ...(event.withheld.length > 0 ? [list(make, event.withheld.map(withheldSentence))] : []),
    ...fieldsOf(make, event),
  );

function fieldsOf(make: Make, { data }: ReportedEvent): readonly PageElement[] {
  const fields = Object.entries(data);
  if (fields.length === 0) return [];
  const shown = fields.flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 1)),
  ]);
  return [make('details', {}, make('summary', {}, '内容'), make('dl', {}, ...shown))];
}
