import { administrationRecords } from '@liuhen/courts';
import { erasableFields, type EventType, type EventTypes } from '@liuhen/kernel';
import { ledgerEvents } from '@liuhen/ledger';
import { readingTraceEvents } from '@liuhen/reading-trace';
import { acts, type SupervisoryAct } from '@liuhen/supervision';
import { head, row } from './markdown';

/** Every event type by act, written from the tables that the code itself reads by. */
export const eventsText = (): string =>
  [
    '# 事件一览',
    '',
    '各事件的类型、现行数据版本，以及可以依法遮蔽的字段（当事人的个人信息和附件；其余永远保留）。本表由程序中的表生成，请勿手改：`npm run docs`。事件头的字段见 `libs/kernel/src/event/header.ts`。',
    '',
    ...administrationRecords.flatMap(({ title, events }) => section(`${title}（管理日志）`, events)),
    ...section('查阅留痕（查阅日志）', readingTraceEvents),
    ...section('账本（各日志）', ledgerEvents),
    ...acts.filter(hasEvents).flatMap(({ title, events }) => section(`${title}（业务日志）`, events)),
  ].join('\n');

const hasEvents = ({ events }: SupervisoryAct): boolean => Object.keys(events).length > 0;

const section = (title: string, events: EventTypes): readonly string[] => [
  `## ${title}`,
  '',
  ...head('类型', '数据版本', '可以遮蔽'),
  ...Object.entries(events).map(([type, declared]) =>
    row([`\`${type}\``, String(declared.schema), erasableIn(declared)]),
  ),
  '',
];

const erasableIn = (type: EventType): string =>
  Object.entries(erasableFields(type))
    .map(([field, { title }]) => `${title} \`${field}\``)
    .join('、');
