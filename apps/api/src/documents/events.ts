import { courtEvents, policyEvents, postEvents } from '@liuhen/courts';
import type { EventTypes } from '@liuhen/kernel';
import { acts, type SupervisoryAct } from '@liuhen/supervision';
import { head, row } from './markdown';

/** Every event type by act, written from the tables that the code itself reads by. */
export const eventsText = (): string =>
  [
    '# 事件一览',
    '',
    '各事件的类型和现行数据版本。本表由程序中的表生成，请勿手改：`npm run docs`。事件头的字段见 `libs/kernel/src/event/header.ts`。',
    '',
    ...section('法院（管理日志）', courtEvents),
    ...section('岗位（管理日志）', postEvents),
    ...section('审判权责规则（管理日志）', policyEvents),
    ...acts.filter(hasEvents).flatMap(({ title, events }) => section(`${title}（业务日志）`, events)),
  ].join('\n');

const hasEvents = ({ events }: SupervisoryAct): boolean => Object.keys(events).length > 0;

const section = (title: string, events: EventTypes): readonly string[] => [
  `## ${title}`,
  '',
  ...head('类型', '数据版本'),
  ...Object.entries(events).map(([type, { schema }]) => row([`\`${type}\``, String(schema)])),
  '',
];
