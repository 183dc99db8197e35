import type {
  CalendarDate,
  DocumentReference,
  DutyHolder,
  DutyTerms,
  EventTypes,
  Message,
  Waiver,
} from '@liuhen/kernel';
import type { Demand } from '../matter-rules/demands';
import type { AnsweringSide, Instrument, TargetKind, Trigger } from '../matter-rules/instruments';

/** Opaque: what a matter is about is never read from its name. */
export type MatterId = string;

const STREAM = 'matter-';

export const matterStream = (matter: MatterId): string => `${STREAM}${matter}`;

/** `undefined` for the stream of something else. */
export const matterOfStream = (stream: string): MatterId | undefined =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : undefined;

/** What every event on a matter does to duties; so that a step is told, folded and charged alike in all acts. */
export interface MatterStep {
  /** 次序: the instruments of a chain are numbered from 1; an escalation begins the next. */
  readonly round: number;
  /** Names of the duties that it fulfils. */
  readonly fulfils: readonly string[];
  /** Duties that end without having been done. */
  readonly drops: readonly { readonly duty: string; readonly waiver: Waiver }[];
  /** What is owed next. */
  readonly charges: readonly DutyTerms[];
}

/** 对象, and who answers for it. */
export interface MatterTarget {
  readonly kind: TargetKind;
  /** Code of the court aimed at. */
  readonly court: string;
  readonly division: string | null;
  /** Id of the post, where it is aimed at one. */
  readonly post: string | null;
  /** The person in the post, where several hold it. */
  readonly person: string | null;
  /** Canonical, where it names a case. */
  readonly caseNumber: string | null;
  /** Name of the indicator, where it names one. */
  readonly indicator: string | null;
  /** 责任岗位. */
  readonly responsible: DutyHolder;
  /** Whether that is a post of the court aimed at, or one of the issuing court that is charged with it. */
  readonly answeredBy: AnsweringSide;
}

/** A field whose words the rules warn of, which the drafter has seen and stands by. */
export interface ScreenedPhrase {
  /** Path in the draft. */
  readonly field: string;
  readonly phrase: string;
}

/** What the rules warn of in a text that asks for something. */
export interface ScreenedWords {
  /** Words that were warned of and stand, and why. */
  readonly screened: readonly ScreenedPhrase[];
  readonly screenedReason: string | null;
}

/** What is drafted, approved and sent. */
export interface MatterContent {
  readonly instrument: Instrument;
  readonly title: string;
  readonly trigger: Trigger;
  /** What the trigger was: figures, facts, the petition. */
  readonly cause: string;
  /** 问题. */
  readonly problem: string;
  /** Without one where the instrument only informs. */
  readonly demands: readonly Demand[];
  readonly targets: readonly MatterTarget[];
  /** 协办: ids of posts of the issuing court that take part. */
  readonly coOrganisers: readonly string[];
  /** By when it is to be answered or done, where the instrument has the drafter say so. */
  readonly deadline: CalendarDate | null;
  readonly attachments: readonly DocumentReference[];
  /** The matter from which this one came, such as a meeting's task; `null` for one of its own. */
  readonly origin: MatterId | null;
}

export interface DraftedMatter extends MatterStep, MatterContent, ScreenedWords {
  /** 发起: the post that drafted it. */
  readonly issuer: DutyHolder;
  /** 审批: who approves it. */
  readonly approver: DutyHolder;
  /** Whether only the issuing side may know of it. */
  readonly confidential: boolean;
}

export interface IssuedMatter extends MatterStep, MatterContent {
  readonly issuer: DutyHolder;
  /** 编号 of the letter. */
  readonly number: string;
  /** 函、通知书、责任书; `null` where the record itself is the letter. */
  readonly letter: DocumentReference | null;
}

/** Who owns an item of rectification. */
export interface ItemOwner {
  readonly court: string;
  readonly post: string;
  readonly person: string | null;
}

/** A person in a post, who takes part in something. */
export interface Participant extends ItemOwner {
  readonly person: string;
}

/** 整改事项: measurable, somebody's, and by a day. */
export interface RectificationItem {
  /** Unique in the matter, such as `1-2`: its round, and its number in it. */
  readonly item: string;
  readonly problem: string;
  readonly measure: string;
  /** 验收标准. */
  readonly criterion: string;
  readonly owner: ItemOwner;
  readonly due: CalendarDate;
}

export interface GivenReply extends MatterStep, ScreenedWords {
  /** 1 for the first, 2 after it was returned once. */
  readonly reply: number;
  readonly causes: string;
  readonly measures: string;
  /** 责任人. */
  readonly responsible: string;
  /** 完成时限. */
  readonly until: CalendarDate;
  /** In the order of the demands: what is answered to each. */
  readonly answers: readonly string[];
  /** 整改事项 that are offered; they bind once the reply is accepted. */
  readonly items: readonly Omit<RectificationItem, 'item'>[];
  readonly attachments: readonly DocumentReference[];
}

export interface ExaminedReply extends MatterStep {
  readonly reply: number;
  /** In the order of the demands. */
  readonly findings: readonly { readonly satisfied: boolean; readonly comment: string }[];
  readonly opinion: string;
}

export interface RequestedExtension extends MatterStep {
  readonly days: number;
  readonly reason: string;
}

export interface CheckedItem extends MatterStep {
  readonly item: string;
  readonly passed: boolean;
  readonly comment: string;
}

/** 督导事项: the one life cycle of all instruments. */
export type SupervisionMatterEvent =
  | Message<'MatterDrafted', DraftedMatter>
  | Message<'MatterApproved', MatterStep & { readonly comment: string | null }>
  | Message<'MatterDeclined', MatterStep & { readonly reason: string }>
  | Message<'MatterIssued', IssuedMatter>
  | Message<'MatterReceived', MatterStep>
  /** 视为签收: nobody signed in time, and what follows is not held up. */
  | Message<'MatterReceiptLapsed', MatterStep>
  | Message<'ExtensionRequested', RequestedExtension>
  | Message<'ExtensionGranted', MatterStep & { readonly days: number; readonly comment: string | null }>
  | Message<'ExtensionRefused', MatterStep & { readonly reason: string }>
  | Message<'MatterReplied', GivenReply>
  | Message<'ReplyExamined', ExaminedReply>
  | Message<'ReplyAccepted', MatterStep & { readonly opinion: string }>
  | Message<'ReplyReturned', MatterStep & ScreenedWords & { readonly nth: number; readonly reason: string }>
  /** The next instrument is to be drafted, in the same matter. */
  | Message<'MatterEscalated', MatterStep & { readonly to: Instrument; readonly reason: string }>
  | Message<'RectificationAssigned', MatterStep & { readonly items: readonly RectificationItem[] }>
  | Message<
      'RectificationReported',
      MatterStep & {
        readonly item: string;
        readonly statement: string;
        readonly evidence: readonly DocumentReference[];
      }
    >
  | Message<'RectificationChecked', CheckedItem>
  | Message<'MatterClosedOut', MatterStep & { readonly conclusion: string }>
  | Message<
      'MatterFollowedUp',
      MatterStep &
        ScreenedWords & { readonly nth: number; readonly holds: boolean; readonly findings: string }
    >
  | Message<'MatterArchived', MatterStep & { readonly volume: string }>
  | Message<'MatterCancelled', MatterStep & { readonly reason: string }>;

export const supervisionMatterEvents: EventTypes<SupervisionMatterEvent> = {
  MatterDrafted: { schema: 1 },
  MatterApproved: { schema: 1 },
  MatterDeclined: { schema: 1 },
  MatterIssued: { schema: 1 },
  MatterReceived: { schema: 1 },
  MatterReceiptLapsed: { schema: 1 },
  ExtensionRequested: { schema: 1 },
  ExtensionGranted: { schema: 1 },
  ExtensionRefused: { schema: 1 },
  MatterReplied: { schema: 1 },
  ReplyExamined: { schema: 1 },
  ReplyAccepted: { schema: 1 },
  ReplyReturned: { schema: 1 },
  MatterEscalated: { schema: 1 },
  RectificationAssigned: { schema: 1 },
  RectificationReported: { schema: 1 },
  RectificationChecked: { schema: 1 },
  MatterClosedOut: { schema: 1 },
  MatterFollowedUp: { schema: 1 },
  MatterArchived: { schema: 1 },
  MatterCancelled: { schema: 1 },
};

/** Kinds of the duties that the life cycle opens. */
export const MATTER_DUTIES = {
  matterDrafting: '起草督导事项',
  matterApproval: '审批督导事项',
  matterIssue: '发出督导文书',
  matterReceipt: '签收督导文书',
  matterReply: '答复督导事项',
  extensionDecision: '决定是否延期',
  replyExamination: '审核答复',
  matterOutcome: '决定采纳、退回或者升级',
  rectification: '整改',
  rectificationCheck: '验收整改',
  matterCloseOut: '销号',
  matterFollowUp: '回头看',
  matterArchiving: '归档',
} as const;
