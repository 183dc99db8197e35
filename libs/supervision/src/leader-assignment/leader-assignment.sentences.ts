import type { DutyHolder, SentenceNames, Sentences } from '@liuhen/kernel';
import { SUSPENSION_REASONS, type Figure, type LeaderAssignmentEvent } from './leader-assignment.events';

const named = ({ post, person }: DutyHolder, { postTitle, personName }: SentenceNames): string =>
  `${postTitle(post)}${person === null ? '' : personName(person)}`;

const figureText = ({ indicator, value, unit }: Figure): string => `${indicator}${value}${unit}`;

export const leaderAssignmentSentences: Sentences<LeaderAssignmentEvent> = {
  BaselineRecorded: ({ data }) =>
    `建立包保基线：${data.figures
      .map((figure) => `${figureText(figure)}，目标${figure.target}${figure.unit}`)
      .join('；')}。问题：${data.problems}`,
  ContactRecorded: ({ data }) =>
    `第${data.nth}次联系（${data.heldOn}，${data.manner}）：${data.content}` +
    (data.progress.length === 0 ? '' : `。进展：${data.progress.map(figureText).join('；')}`),
  AssignmentVisited: ({ data }) => `第${data.nth}次现场督导（${data.heldOn}）：${data.findings}`,
  AssignmentSuspended: ({ data }, names) =>
    `中止包保（${named(data.leader, names)}）：${SUSPENSION_REASONS[data.reason]}。${data.explanation}`,
  AssignmentHandedOver: ({ data }, names) =>
    `更换包保领导：由${named(data.from, names)}改为${named(data.to, names)}，移交责任${data.duties.length}项。${data.reason}`,
};
