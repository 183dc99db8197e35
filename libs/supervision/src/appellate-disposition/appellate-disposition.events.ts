import type { CalendarDate, EventTypes, LawArticle, Message } from '@liuhen/kernel';
import type { HandlingCourt } from '../case/case.events';
import type { AppellateDecision } from './rules/decision';
import type { DraftEffect, Judgement } from '../law/finding';
import type { Procedure, Stage } from '../law/vocabulary';

/** 案件类型 without rules of its own (国家赔偿, 执行) is recorded all the same, as not assessable. */
export type DecidedProcedure = Procedure | 'other';

/** 发改指裁判: what was decided, and by which court. */
export interface AppellateDisposition extends Omit<AppellateDecision, 'procedure' | 'stage' | 'decidedOn'> {
  readonly court: HandlingCourt;
  readonly procedure: DecidedProcedure;
  readonly stage: Stage | null;
  readonly decidedOn: CalendarDate | null;
  /** 文书种类: 判决书, 裁定书 … */
  readonly document: string | null;
}

/** One thing that a rule says of the disposition, with the articles in force on its day. */
export interface RecordedFinding {
  /** Stable; the same for a draft's refusal and for the flag on a recorded fact. */
  readonly code: string;
  readonly finding: Judgement;
  readonly law: readonly LawArticle[];
  readonly message: string;
  readonly inDraft: DraftEffect;
  /** Index into the parts. */
  readonly part?: number;
  readonly field?: string;
  /** What would have to be shown. */
  readonly missing?: readonly string[];
}

export interface RecordedAssessment {
  readonly finding: Judgement;
  readonly findings: readonly RecordedFinding[];
}

export interface AssessedDisposition {
  readonly disposition: AppellateDisposition;
  readonly assessment: RecordedAssessment;
}

/** What a panel may be advised to go through before it signs; never an approval by a leader. */
export const PROCEDURES_BEFORE_SIGNING = {
  reconsideration: '合议庭复议',
  professionalJudgesMeeting: '专业法官会议讨论',
  adjudicationCommittee: '提请审判委员会讨论',
} as const;
export type ProcedureBeforeSigning = keyof typeof PROCEDURES_BEFORE_SIGNING;

/** 已签署, 已送达. */
export const DISPOSITION_STATUSES = { signed: '已签署', served: '已送达' } as const;
export type DispositionStatus = keyof typeof DISPOSITION_STATUSES;

/** 发改指: drafts that the law lets pass, those sent to procedure, and what was signed, served or imported. */
export type AppellateDispositionEvent =
  | Message<'AppellateDispositionDrafted', AssessedDisposition>
  | Message<'AppellateDispositionSentToProcedure', { readonly procedures: readonly ProcedureBeforeSigning[] }>
  | Message<'AppellateDispositionRecorded', AssessedDisposition & { readonly status: DispositionStatus }>;

export const appellateDispositionEvents: EventTypes<AppellateDispositionEvent> = {
  AppellateDispositionDrafted: { schema: 1 },
  AppellateDispositionSentToProcedure: { schema: 1 },
  AppellateDispositionRecorded: { schema: 1 },
};
