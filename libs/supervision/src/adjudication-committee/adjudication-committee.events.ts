import type {
  CalendarDate,
  DocumentReference,
  DutyTerms,
  EventTypes,
  LawArticle,
  Message,
} from '@liuhen/kernel';
import type { Speech, Stance } from '../law/discussion';
import type { DocumentFeature } from '../law/document-features';
import type { SeatedJudge } from '../law/judge-grades';

/** Matters that the president submits to the committee are numbered per case from 1. */
export type CommitteeMatterId = string;

/** Applications outside a review are numbered per case from 1. */
export type ApplicationId = string;

/** 院长对提请的决定 (人民法院组织法第三十九条; 法释〔2021〕1号第二百一十六条). */
export const REFERRAL_DECISIONS = {
  submit: '提交审判委员会讨论决定',
  adviseReconsideration: '认为不必要，建议合议庭复议',
  decline: '不提交审判委员会',
} as const;
export type ReferralDecision = keyof typeof REFERRAL_DECISIONS;

/** 会议形式 (人民法院组织法第三十六条); sittings of a part of the members only in intermediate courts and above. */
export const COMMITTEE_SITTINGS = {
  plenary: '全体会议',
  criminal: '刑事审判专业委员会会议',
  civilAdministrative: '民事行政审判专业委员会会议',
  otherProfessional: '其他专业委员会会议',
} as const;
export type CommitteeSitting = keyof typeof COMMITTEE_SITTINGS;

/** 列席的检察长 or the deputy whom he sends (人民法院组织法第三十八条). */
export const PROCURATORS = { chief: '检察长', deputy: '检察长委托的副检察长' } as const;
export type AttendingProcurator = keyof typeof PROCURATORS;

/** 审判委员会的决定. */
export const COMMITTEE_DECISIONS = {
  supportsPanel: '同意合议庭意见',
  changesPanelView: '改变合议庭意见',
  noMajority: '未形成过半数意见，休会',
} as const;
export type CommitteeDecision = keyof typeof COMMITTEE_DECISIONS;

interface OfReview {
  /** The review from which the matter came; `null` outside any. */
  readonly review: string | null;
}

interface OfMatter extends OfReview {
  readonly committee: CommitteeMatterId;
}

export interface CommitteeApplication {
  readonly application: ApplicationId;
  readonly features: readonly DocumentFeature[];
  readonly reasons: string;
  /** 应当提交: the president cannot decline. */
  readonly mandatory: boolean;
  /** Why it must, or may, go to the committee. */
  readonly law: readonly LawArticle[];
  /** To decide on the referral. */
  readonly charge: DutyTerms;
}

export interface DecidedReferral extends OfReview {
  /** The application outside a review; `null` within one. */
  readonly application: ApplicationId | null;
  /** Name of the duty to decide. */
  readonly duty: string;
  readonly decision: ReferralDecision;
  readonly reasons: string;
  readonly mandatory: boolean;
  /** Why it must, or may, go to the committee. */
  readonly law: readonly LawArticle[];
  /** The matter that is now before the committee; `null` unless submitted. */
  readonly committee: CommitteeMatterId | null;
  /** What comes next: the committee's decision, the panel's reconsideration, or within a review its signature. */
  readonly charge: DutyTerms | null;
}

/** A member who is not to take part. */
export interface RecusedMember {
  readonly person: string;
  readonly reason: string;
}

export interface ConvenedCommittee extends OfMatter {
  readonly sitting: CommitteeSitting;
  /** 组成人员, all of them, present or not: persons. */
  readonly composition: readonly string[];
  /** Why it is not as the posts of the court say, or not all of the committee sits. */
  readonly deviation: string | null;
  readonly attending: readonly SeatedJudge[];
  readonly recused: readonly RecusedMember[];
  /** 主持人: the president, or the vice president whom he charges. */
  readonly chair: string;
  readonly procurator: AttendingProcurator | null;
  readonly materials: readonly DocumentReference[];
  readonly heldOn: CalendarDate;
}

export interface CommitteeVote {
  readonly member: string;
  readonly stance: Stance;
  readonly view: string | null;
  /** 少数意见: other than what was decided. */
  readonly minority: boolean;
}

export interface DecidedMatter extends OfMatter {
  readonly duty: string;
  readonly decision: CommitteeDecision;
  /** What was decided, where it is not the panel's view. */
  readonly resolution: string | null;
  /** Empty only where nothing was decided. */
  readonly reasons: string;
  /** In the order in which they were made. */
  readonly speeches: readonly Speech[];
  readonly votes: readonly CommitteeVote[];
  readonly minutes: DocumentReference;
  /** The first decision, where this one answers a request to reconsider it, is replaced. */
  readonly reconsidered: boolean;
  /** Name of the duty to draw up a document after the decision that this one replaces. */
  readonly supersedes: string | null;
  /** The conforming document; where nothing was decided, a decision at another sitting; `null` where neither is open. */
  readonly charge: DutyTerms | null;
}

/** 审判委员会: applied for or called for by a review, submitted by the president, and decided by more than half of all. */
export type AdjudicationCommitteeEvent =
  | Message<'CommitteeApplied', CommitteeApplication>
  | Message<'CommitteeReferralDecided', DecidedReferral>
  | Message<
      'ApplicationReconsidered',
      {
        readonly application: ApplicationId;
        readonly duty: string;
        readonly outcome: 'maintained' | 'changed';
        readonly response: string;
        /** 合议笔录, signed by all of the panel. */
        readonly deliberation: DocumentReference;
        readonly signedBy: readonly string[];
        /** The president decides again; `null` where the panel changed its view. */
        readonly charge: DutyTerms | null;
      }
    >
  | Message<'CommitteeConvened', ConvenedCommittee>
  | Message<'CommitteeDecided', DecidedMatter>
  | Message<
      'CommitteeReconsiderationRequested',
      OfMatter & {
        readonly reasons: string;
        /** To decide whether the committee reconsiders. */
        readonly charge: DutyTerms;
      }
    >
  | Message<
      'CommitteeReconsiderationDecided',
      OfMatter & {
        readonly duty: string;
        readonly decision: 'submit' | 'decline';
        readonly reasons: string;
        readonly charge: DutyTerms | null;
      }
    >
  | Message<
      'CommitteeDecisionCarriedOut',
      {
        readonly committee: CommitteeMatterId;
        readonly duty: string;
        readonly document: DocumentReference;
      }
    >;

export const adjudicationCommitteeEvents: EventTypes<AdjudicationCommitteeEvent> = {
  CommitteeApplied: { schema: 1 },
  CommitteeReferralDecided: { schema: 1 },
  ApplicationReconsidered: { schema: 1 },
  CommitteeConvened: { schema: 1, erasable: { materials: { title: '会前送交的材料', reads: [] } } },
  CommitteeDecided: { schema: 1 },
  CommitteeReconsiderationRequested: { schema: 1 },
  CommitteeReconsiderationDecided: { schema: 1 },
  CommitteeDecisionCarriedOut: { schema: 1 },
};

/** Kinds of the duties that only the committee opens. */
export const COMMITTEE_DUTIES = { committeeDecision: '审判委员会讨论决定' } as const;
