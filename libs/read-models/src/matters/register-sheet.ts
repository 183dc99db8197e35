import type { Sheet, SheetColumn, SheetValue } from '@liuhen/platform';
import type { DutyHolderView } from '../duties/duties.views';
import type { MatterRoundView, MatterTargetView } from './matters.views';

interface RegisterColumn extends SheetColumn {
  readonly value: (row: MatterRoundView) => SheetValue;
}

const text = (title: string, value: RegisterColumn['value'], width?: number): RegisterColumn => ({
  ...{ title, value, kind: 'text' },
  ...(width === undefined ? {} : { width }),
});
const date = (title: string, value: RegisterColumn['value']): RegisterColumn => ({
  ...{ title, value, kind: 'date' },
});
const count = (title: string, value: RegisterColumn['value']): RegisterColumn => ({
  ...{ title, value, kind: 'number', width: 10 },
});

const holderText = ({ courtName, postTitle }: DutyHolderView): string => `${courtName}${postTitle}`;

const listed = (texts: readonly string[]): string => [...new Set(texts)].join('；');

/** What of the court it is aimed at: the court itself where nothing else is named. */
const targetText = ({ courtName, division, postTitle, caseNumber, indicator }: MatterTargetView): string =>
  [division, postTitle, caseNumber, indicator].find((named) => named !== null) ?? courtName;

const COLUMNS: readonly RegisterColumn[] = [
  text('文书编号', ({ number }) => number, 22),
  text('督导方式', ({ instrumentName }) => instrumentName),
  text('标题', ({ title }) => title, 40),
  text('触发事由', ({ triggerName }) => triggerName, 18),
  text('事由内容', ({ cause }) => cause, 40),
  text('问题', ({ problem }) => problem, 40),
  text('发起', ({ issuer }) => holderText(issuer), 36),
  text('审批', ({ approver }) => approver && holderText(approver), 36),
  text('对象法院', ({ targets }) => listed(targets.map(({ courtName }) => courtName)), 30),
  text('对象', ({ targets }) => listed(targets.map(targetText)), 30),
  text('责任岗位', ({ targets }) => listed(targets.map(({ responsible }) => holderText(responsible))), 36),
  text('阶段', ({ stageName }) => stageName),
  date('起草日期', ({ draftedOn }) => draftedOn),
  date('发出日期', ({ issuedOn }) => issuedOn),
  date('签收日期', ({ receivedOn }) => receivedOn),
  date('指定期限', ({ deadline }) => deadline),
  date('答复日期', ({ repliedOn }) => repliedOn),
  date('采纳日期', ({ acceptedOn }) => acceptedOn),
  date('销号日期', ({ closedOutOn }) => closedOutOn),
  date('回头看日期', ({ followedUpOn }) => followedUpOn),
  date('归档日期', ({ archivedOn }) => archivedOn),
  date('撤销日期', ({ cancelledOn }) => cancelledOn),
  count('要求项数', ({ demands }) => demands),
  count('答复项数', ({ answered }) => answered),
  count('认可项数', ({ satisfied }) => satisfied),
  count('退回次数', ({ returned }) => returned),
  count('延期次数', ({ extensions }) => extensions),
  count('整改事项数', ({ items }) => items),
  count('已完成', ({ itemsDone }) => itemsDone),
  count('逾期未完成', ({ itemsLate }) => itemsLate),
  text('由何升级而来', ({ escalatedFrom }) => escalatedFrom?.instrumentName ?? null),
  text('升级为', ({ escalatedTo }) => escalatedTo?.instrumentName ?? null),
  text('升级理由', ({ escalatedTo }) => escalatedTo?.reason ?? null, 30),
  text('下一步', ({ next }) => next?.kindName ?? null, 20),
  date('下一步期限', ({ next }) => next?.due ?? null),
  count('逾期日数', ({ next }) => next?.daysLate ?? null),
  text('事项编号', ({ matter }) => matter, 38),
  count('次序', ({ round }) => round),
];

/** 年度台账 as a sheet: one row a round. */
export const registerSheet = (year: number, rows: readonly MatterRoundView[]): Sheet => ({
  name: `${String(year)}年督导台账`,
  columns: COLUMNS.map(({ value: _value, ...column }) => column),
  rows: rows.map((row) => COLUMNS.map(({ value }) => value(row))),
});
