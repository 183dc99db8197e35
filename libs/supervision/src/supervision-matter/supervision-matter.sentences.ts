import type { SentenceNames, Sentences } from '@liuhen/kernel';
import { INSTRUMENTS, TARGET_KINDS } from '../matter-rules/instruments';
import type {
  MatterTarget,
  RectificationItem,
  ScreenedWords,
  SupervisionMatterEvent,
} from './supervision-matter.events';

export const supervisionMatterSentences: Sentences<SupervisionMatterEvent> = {
  MatterDrafted: ({ data }, names) =>
    `起草${INSTRUMENTS[data.instrument]}《${data.title}》，对象${aimedAt(data.targets, names)}` + kept(data),
  MatterApproved: ({ data }) => `批准${remark(data.comment)}`,
  MatterDeclined: ({ data }) => `不予批准：${data.reason}`,
  MatterIssued: ({ data }, names) =>
    `发出${INSTRUMENTS[data.instrument]}（${data.number}）《${data.title}》，对象${aimedAt(data.targets, names)}` +
    demandsOf(data.demands.map(({ text }) => text)),
  MatterReceived: () => '签收',
  MatterReceiptLapsed: () => '逾期未签收，视为签收',
  ExtensionRequested: ({ data }) => `申请延期${data.days}个工作日：${data.reason}`,
  ExtensionGranted: ({ data }) => `批准延期${data.days}个工作日${remark(data.comment)}`,
  ExtensionRefused: ({ data }) => `不批准延期：${data.reason}`,
  MatterReplied: ({ data }) =>
    `第${data.reply}次答复。原因：${data.causes}。措施：${data.measures}。责任人：${data.responsible}。时限：${data.until}` +
    kept(data),
  ReplyExamined: ({ data }) =>
    `审核第${data.reply}次答复：${data.findings.filter(({ satisfied }) => satisfied).length}项满足，` +
    `${data.findings.filter(({ satisfied }) => !satisfied).length}项不满足。${data.opinion}`,
  ReplyAccepted: ({ data }) => `采纳答复：${data.opinion}`,
  ReplyReturned: ({ data }) => `第${data.nth}次退回答复：${data.reason}${kept(data)}`,
  MatterEscalated: ({ data }) => `升级为${INSTRUMENTS[data.to]}：${data.reason}`,
  RectificationAssigned: ({ data }, names) =>
    `列出整改事项${data.items.length}项：${data.items.map((item) => itemLine(item, names)).join('；')}`,
  RectificationReported: ({ data }) =>
    `报送整改（第${data.item}项）：${data.statement}，证明材料${data.evidence.length}份`,
  RectificationChecked: ({ data }) =>
    `验收整改（第${data.item}项）：${data.passed ? '通过' : '不通过'}。${data.comment}`,
  MatterClosedOut: ({ data }) => `销号：${data.conclusion}`,
  MatterFollowedUp: ({ data }) =>
    `第${data.nth}次回头看：${data.holds ? '没有反弹' : '发现反弹'}。${data.findings}${kept(data)}`,
  MatterArchived: ({ data }) => `归档：${data.volume}`,
  MatterCancelled: ({ data }) => `撤销：${data.reason}`,
};

const remark = (comment: string | null): string => (comment === null ? '' : `：${comment}`);

const kept = ({ screenedReason }: ScreenedWords): string =>
  screenedReason === null ? '' : `；保留提示的词句，理由：${screenedReason}`;

const demandsOf = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `。要求：${texts.join('；')}`;

const aimedAt = (targets: readonly MatterTarget[], names: SentenceNames): string =>
  targets.map((target) => targetName(target, names)).join('、');

function targetName(target: MatterTarget, { courtName, postTitle, personName }: SentenceNames): string {
  const { kind, court, division, post, person, caseNumber, indicator } = target;
  const named = {
    court: '',
    division: division ?? '',
    post: `${postTitle(post ?? '')}${person === null ? '' : personName(person)}`,
    case: caseNumber ?? '',
    indicator: indicator ?? '',
  };
  return `${courtName(court)}${named[kind]}（${TARGET_KINDS[kind]}）`;
}

function itemLine(
  { item, problem, measure, criterion, owner, due }: RectificationItem,
  { courtName, postTitle, personName }: SentenceNames,
): string {
  const person = owner.person === null ? '' : personName(owner.person);
  const owned = `${courtName(owner.court)}${postTitle(owner.post)}${person}`;
  return `${item} ${problem}（措施：${measure}；标准：${criterion}；责任：${owned}；${due}前）`;
}
