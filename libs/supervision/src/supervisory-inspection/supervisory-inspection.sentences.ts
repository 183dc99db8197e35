import type { SentenceNames, Sentences } from '@liuhen/kernel';
import type { Participant } from '../supervision-matter/supervision-matter.events';
import { INSPECTION_METHODS, type SupervisoryInspectionEvent } from './supervisory-inspection.events';

const named = (team: readonly Participant[], { personName }: SentenceNames): string =>
  team.map(({ person }) => personName(person)).join('、');

export const supervisoryInspectionSentences: Sentences<SupervisoryInspectionEvent> = {
  InspectionPlanned: ({ data }, names) =>
    `拟订督导方案：${data.from}至${data.until}进驻，督导组${named(data.team, names)}，` +
    `方法为${data.methods.map((method) => INSPECTION_METHODS[method]).join('、')}，范围：${data.scope}`,
  SiteVisited: ({ data }, names) =>
    `${data.from}至${data.until}进驻督导，督导组${named(data.team, names)}，登记督导发现${data.findings.length}项`,
  InspectionFeedbackGiven: ({ data }) => `${data.heldOn}反馈督导意见：${data.summary}`,
  GuidanceGiven: ({ data }, names) =>
    `${data.heldOn}一对一指导（${named(data.guides, names)}）：${data.content}`,
};
