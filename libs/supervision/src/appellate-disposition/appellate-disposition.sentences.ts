import type { Sentences } from '@liuhen/kernel';
import {
  DISPOSITION_STATUSES,
  PROCEDURES_BEFORE_SIGNING,
  type AppellateDisposition,
  type AppellateDispositionEvent,
  type RecordedAssessment,
} from './appellate-disposition.events';
import { findGround, judgements, outcomes, type DispositionPart } from './rules';

export const appellateDispositionSentences: Sentences<AppellateDispositionEvent> = {
  AppellateDispositionDrafted: ({ data }) =>
    `拟作发改指处理：${partsOf(data.disposition)}；规则审查：${findingOf(data.assessment)}`,
  AppellateDispositionSentToProcedure: ({ data }) =>
    `签署前可经：${data.procedures.map((procedure) => PROCEDURES_BEFORE_SIGNING[procedure]).join('、')}`,
  AppellateDispositionRecorded: ({ data }) =>
    `作出发改指裁判（${DISPOSITION_STATUSES[data.status]}）：${partsOf(data.disposition)}；` +
    `审查结论：${findingOf(data.assessment)}`,
};

const partsOf = ({ parts }: AppellateDisposition): string => parts.map(partOf).join('；');

function partOf({ subject, outcome, grounds, printedGrounds = [] }: DispositionPart): string {
  const named = grounds.map((code) => findGround(code)?.name ?? code);
  const reasons = [...named, ...printedGrounds].join('、');
  return `${subject === undefined ? '' : `${subject}，`}${outcomes[outcome]}${reasons === '' ? '' : `（理由：${reasons}）`}`;
}

/** The conclusion with the findings that led to it. */
function findingOf({ finding, findings }: RecordedAssessment): string {
  const leading = findings.filter((each) => each.finding === finding).map(({ message }) => message);
  return finding === 'justified' || leading.length === 0
    ? judgements[finding]
    : `${judgements[finding]}（${leading.join('；')}）`;
}
