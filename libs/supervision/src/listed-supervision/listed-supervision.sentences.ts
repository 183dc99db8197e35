import type { Sentences } from '@liuhen/kernel';
import type { ListedSupervisionEvent } from './listed-supervision.events';

export const listedSupervisionSentences: Sentences<ListedSupervisionEvent> = {
  ClosingPlanSubmitted: ({ data }) =>
    `报送办结计划：${data.steps.map(({ text, due }) => `${due} ${text}`).join('；')}；${data.closeBy}办结`,
  PeriodicReportFiled: ({ data }) =>
    `第${data.nth}次旬报：${data.progress}` + (data.obstacles === null ? '' : `；困难：${data.obstacles}`),
};
