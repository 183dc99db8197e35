import type {
  CalendarDate,
  DocumentReference,
  DutyHolder,
  DutyTerms,
  EventTypes,
  Message,
  PolicyClause,
} from '@liuhen/kernel';
import type { CaseStage } from '../case/case-vocabulary';
import type { ReviewLevel } from '../court-rules/review-policy';
import type { DocumentFeature, DocumentKind, UrgentReason } from '../law/document-features';

/** Reviews of a case are numbered from 1. */
export type ReviewId = string;

/** 阅核意见, all that there are. None of them holds a result, and none can change one. */
export const OPINIONS = {
  noObjection: '无不同意见',
  returnForForm: '退回补正',
  adviseReconsideration: '建议复议',
  referToMeeting: '提请专业法官会议讨论',
  requestCommittee: '报请提交审判委员会讨论',
  escalate: '报上一级院庭长',
  recuse: '回避',
} as const;
export type Opinion = keyof typeof OPINIONS;

/** What an issue that a reviewer raises is about. */
export const ISSUE_CATEGORIES = {
  facts: '事实',
  evidence: '证据',
  law: '法律适用',
  procedure: '程序',
  consistency: '裁判尺度',
  document: '文书',
  reasoning: '释法说理',
} as const;
export type IssueCategory = keyof typeof ISSUE_CATEGORIES;

export interface Issue {
  readonly category: IssueCategory;
  readonly text: string;
}

/** Why a post that the rules name does not review: the next one above does. */
export const PASSED_OVER = {
  onPanel: '参加合议庭或者承办本案',
  recused: '已回避',
  noPost: '本院未设该岗位',
  absent: '不在岗，且无人代行职责',
} as const;

export interface PassedOver {
  readonly level: ReviewLevel;
  readonly post: string | null;
  readonly person: string | null;
  readonly why: keyof typeof PASSED_OVER;
}

/** One reviewer in the order of the review. */
export interface ReviewStep {
  readonly level: ReviewLevel;
  readonly holder: DutyHolder;
  /** Clauses that ask for the level. */
  readonly basis: readonly PolicyClause[];
}

/** Why a document is free to be signed by the panel. */
export const CLEARANCES = {
  noObjection: '阅核无不同意见',
  notRequired: '依规定无需阅核',
  noReviewer: '应当阅核的人员均参加审理或者回避',
  roundsExhausted: '复议次数用尽，合议庭维持原意见',
  lapsed: '阅核逾期',
  meetingLapsed: '专业法官会议逾期未作出意见',
  committeeDeclined: '院长决定不提交审判委员会',
  committeeLapsed: '是否提交审判委员会逾期未决定',
  committee: '按照审判委员会决定制作',
} as const;
export type Clearance = keyof typeof CLEARANCES;

/** What the panel reconsiders at whose suggestion. */
export const RECONSIDERATION_CAUSES = {
  reviewer: '阅核人建议',
  meeting: '专业法官会议讨论后',
  president: '院长建议',
} as const;
export type ReconsiderationCause = keyof typeof RECONSIDERATION_CAUSES;

/** Where a document goes, and who must do what with it there. */
export type Next =
  | { readonly at: 'review'; readonly step: ReviewStep; readonly charge: DutyTerms }
  | { readonly at: 'correction'; readonly charge: DutyTerms }
  | {
      readonly at: 'reconsideration';
      readonly cause: ReconsiderationCause;
      readonly charge: DutyTerms;
    }
  /** `CommitteeRequested` follows, which charges the president. */
  | { readonly at: 'committee' }
  | { readonly at: 'signature'; readonly clearance: Clearance; readonly charge: DutyTerms };

/** What every step names. */
interface Step {
  readonly review: ReviewId;
}

/** A step that does what was owed and sends the document on. */
interface Move extends Step {
  /** Name of the duty that it discharges. */
  readonly duty: string;
  readonly next: Next;
}

interface OpinionGiven extends Move {
  readonly level: ReviewLevel;
}

export interface Submission extends Step {
  readonly document: DocumentReference;
  readonly kind: DocumentKind;
  readonly features: readonly DocumentFeature[];
  readonly urgent: UrgentReason | null;
  /** 审理程序 of the case. */
  readonly stage: CaseStage;
  /** Kinds of the posts that the panel and the handling judge hold. */
  readonly handlerKinds: readonly string[];
  /** All reviewers, lowest first. */
  readonly steps: readonly ReviewStep[];
  readonly passedOver: readonly PassedOver[];
  /** 应当提交审判委员会: the adjudication committee decides, whatever reviewers say. */
  readonly committeeMandatory: boolean;
  /** The last day of the whole review, after which the panel signs. */
  readonly latest: { readonly date: CalendarDate; readonly provisional: boolean };
  readonly next: Next;
}

/** 补录: what was said aloud or on paper. It moves nothing: opinions that do are given here. */
export interface OfflineOpinion extends Step {
  /** Number within the review. */
  readonly entry: string;
  readonly opinion: Opinion;
  readonly level: ReviewLevel;
  readonly reviewer: DutyHolder;
  readonly enteredBy: 'reviewer' | 'panel';
  readonly text: string;
  readonly witness: string | null;
  readonly attachment: DocumentReference | null;
  /** The other side confirms or contests. */
  readonly charge: DutyTerms;
}

interface OfflineAnswer extends Step {
  readonly entry: string;
  readonly duty: string;
}

/** 向谁提出异议. */
export const OBJECTION_ADDRESSEES = { trialManagement: '审判管理部门', president: '院长' } as const;
export type ObjectionAddressee = keyof typeof OBJECTION_ADDRESSEES;

/** 案件阅核: what leaders say of a draft before its issue, and what the panel makes of it. */
export type PreIssueReviewEvent =
  | Message<'ReviewSubmitted', Submission>
  | Message<'ReviewConcurred', OpinionGiven & { readonly remark: string | null }>
  | Message<'ReviewReturned', OpinionGiven & { readonly defects: readonly string[] }>
  | Message<
      'ReconsiderationAdvised',
      OpinionGiven & { readonly round: number; readonly issues: readonly Issue[]; readonly reasons: string }
    >
  | Message<
      'ReferredToMeeting',
      Step & {
        readonly level: ReviewLevel;
        readonly duty: string;
        readonly questions: readonly string[];
        readonly reviewer: DutyHolder;
        /** To convene it. */
        readonly charge: DutyTerms;
      }
    >
  | Message<
      'CommitteeRequested',
      Step & {
        readonly by: 'reviewer' | 'panel';
        /** `null` where no duty was answered by it. */
        readonly duty: string | null;
        readonly mandatory: boolean;
        readonly reasons: string;
        /** To decide on the referral. */
        readonly charge: DutyTerms;
      }
    >
  | Message<'ReviewEscalated', OpinionGiven & { readonly reasons: string }>
  | Message<'ReviewerRecused', OpinionGiven & { readonly person: string; readonly reasons: string }>
  | Message<
      'DocumentResubmitted',
      Move & {
        readonly version: number;
        readonly document: DocumentReference;
        readonly corrections: readonly string[];
      }
    >
  | Message<
      'PanelReconsidered',
      Move & {
        readonly cause: ReconsiderationCause;
        readonly outcome: 'maintained' | 'changed';
        readonly response: string;
        /** 合议笔录, signed by all of the panel. */
        readonly deliberation: DocumentReference;
        readonly signedBy: readonly string[];
        /** The new draft; `null` where the panel keeps its view. */
        readonly document: DocumentReference | null;
        readonly version: number;
      }
    >
  | Message<
      'ConformingDocumentSubmitted',
      Move & { readonly version: number; readonly document: DocumentReference }
    >
  | Message<'ReviewWithdrawn', Step & { readonly duty: string; readonly reasons: string }>
  | Message<'ReviewLapsed', Step & { readonly duty: string; readonly next: Next | null }>
  | Message<
      'ReviewObjected',
      Step & {
        readonly objection: string;
        readonly level: ReviewLevel;
        readonly to: ObjectionAddressee;
        readonly text: string;
        readonly charge: DutyTerms;
      }
    >
  | Message<
      'ObjectionAnswered',
      Step & { readonly objection: string; readonly duty: string; readonly answer: string }
    >
  | Message<'OfflineOpinionRecorded', OfflineOpinion>
  | Message<'OfflineOpinionConfirmed', OfflineAnswer>
  | Message<'OfflineOpinionContested', OfflineAnswer & { readonly reasons: string }>
  | Message<'OfflineOpinionUnanswered', OfflineAnswer>
  | Message<
      'DocumentSigned',
      Step & {
        readonly duty: string;
        readonly document: DocumentReference;
        readonly signers: readonly string[];
        readonly clearance: Clearance | 'urgent';
        /** Opinions on record that were not the panel's, as one line each. */
        readonly disagreements: readonly string[];
      }
    >
  | Message<
      'DocumentIssued',
      Step & {
        readonly document: DocumentReference;
        readonly clerical: { readonly corrections: readonly string[]; readonly reason: string } | null;
      }
    >;

export const preIssueReviewEvents: EventTypes<PreIssueReviewEvent> = {
  ReviewSubmitted: { schema: 1 },
  ReviewConcurred: { schema: 1 },
  ReviewReturned: { schema: 1 },
  ReconsiderationAdvised: { schema: 1 },
  ReferredToMeeting: { schema: 1 },
  CommitteeRequested: { schema: 1 },
  ReviewEscalated: { schema: 1 },
  ReviewerRecused: { schema: 1 },
  DocumentResubmitted: { schema: 1 },
  PanelReconsidered: { schema: 1 },
  ConformingDocumentSubmitted: { schema: 1 },
  ReviewWithdrawn: { schema: 1 },
  ReviewLapsed: { schema: 1 },
  ReviewObjected: { schema: 1 },
  ObjectionAnswered: { schema: 1 },
  OfflineOpinionRecorded: { schema: 1 },
  OfflineOpinionConfirmed: { schema: 1 },
  OfflineOpinionContested: { schema: 1 },
  OfflineOpinionUnanswered: { schema: 1 },
  DocumentSigned: { schema: 1 },
  DocumentIssued: { schema: 1 },
};

/** Kinds of the duties that a review opens, by which its steps and the acts that it calls on know one another. */
export const REVIEW_DUTIES = {
  review: '阅核',
  formCorrection: '补正文书',
  panelReconsideration: '合议庭复议',
  meetingConvening: '召集专业法官会议',
  committeeReferral: '决定是否提交审判委员会',
  mandatoryCommitteeReferral: '提交审判委员会',
  conformingDocument: '按照审判委员会决定制作文书',
  signature: '签署文书',
  objectionAnswer: '答复异议',
  offlineConfirmation: '核实补录意见',
} as const;
export type ReviewDutyKind = keyof typeof REVIEW_DUTIES;
