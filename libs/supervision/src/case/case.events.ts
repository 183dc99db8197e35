import type { CalendarDate, EventTypes, Message } from '@liuhen/kernel';
import type { CaseStage, CaseType, Disposition, LinkKind, TrialForm } from './case-vocabulary';

/**
 * What one case's stream is called after: its canonical number, or for an imported proceeding without a usable
 * number a stable id made of its source.
 */
export type CaseId = string;

/** The court that handles the case; courts elsewhere may be known by name only. */
export interface HandlingCourt {
  readonly code: string | null;
  readonly name: string | null;
}

export interface CaseRegistration {
  /** Canonical, where there is one. */
  readonly caseNumber: string | null;
  /** As the source printed it. */
  readonly printedNumber: string | null;
  readonly court: HandlingCourt;
  readonly caseType: CaseType;
  readonly stage: CaseStage;
  /** 案由. */
  readonly cause: string | null;
  readonly filedOn: CalendarDate | null;
  /** 承办法官: id of the person. */
  readonly handlingJudge: string | null;
  /** 合议庭: ids of the persons; empty for a sole judge or where unknown. */
  readonly panel: readonly string[];
  /** 独任审理; `null` where it is not told. */
  readonly soleJudge: boolean | null;
  /** 适用程序. */
  readonly trialForm: TrialForm | null;
  /** Where an imported history was published. */
  readonly publishedAt: string | null;
}

/** 审判组织: who tries the case from now on. */
export interface PanelFormation {
  /** 合议庭: ids of the persons; empty for a sole judge. */
  readonly panel: readonly string[];
  /** 承办法官; the sole judge, where there is one. */
  readonly handlingJudge: string;
  readonly soleJudge: boolean;
  /** 审判长; `null` for a sole judge, and where an imported record does not tell. */
  readonly presidingJudge: string | null;
  /** 更换事由 and whose decision it was; `null` where the panel was formed for the first time. */
  readonly reason: string | null;
}

/** This case came from another one. */
export interface CaseLink {
  readonly origin: CaseId;
  readonly kind: LinkKind;
}

export interface RecordedDisposition {
  readonly disposition: Disposition;
  /** As printed, where no code says it. */
  readonly printed: string | null;
  /** 文书种类: 判决书, 裁定书 … */
  readonly document: string | null;
  readonly decidedOn: CalendarDate | null;
  /** As printed. */
  readonly articles: readonly string[];
}

/** 案件: its registration, who tries it, where it came from, and how it ended. */
export type CaseEvent =
  | Message<'CaseRegistered', CaseRegistration>
  | Message<'PanelFormed', PanelFormation>
  | Message<'CaseLinked', CaseLink>
  | Message<'DispositionRecorded', RecordedDisposition>;

export const caseEvents: EventTypes<CaseEvent> = {
  CaseRegistered: {
    schema: 1,
    erasable: {
      cause: { title: '案由', reads: null },
      publishedAt: { title: '公开出处', reads: null },
    },
  },
  PanelFormed: { schema: 1 },
  CaseLinked: { schema: 1 },
  DispositionRecorded: { schema: 1 },
};

const STREAM_PREFIX = 'case-';

/** One case, one stream: every act on a case number is appended here, whatever the act. */
export const caseStream = (caseId: CaseId): string => `${STREAM_PREFIX}${caseId}`;

export const caseIdOf = ({ stream }: { readonly stream: string }): CaseId =>
  stream.slice(STREAM_PREFIX.length);
