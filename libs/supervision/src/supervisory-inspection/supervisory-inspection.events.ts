import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type { ItemOwner, MatterStep } from '../supervision-matter/supervision-matter.events';

/** 督导的方法. */
export const INSPECTION_METHODS = {
  fileReading: '阅卷',
  symposium: '座谈',
  spotCheck: '抽查',
  hearing: '旁听庭审',
  dataReview: '核查数据',
} as const;
export type InspectionMethod = keyof typeof INSPECTION_METHODS;

export interface PlannedInspection extends MatterStep {
  /** 组长 first. */
  readonly team: readonly ItemOwner[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly methods: readonly InspectionMethod[];
  readonly scope: string;
}

/** What was looked at, and what was found. */
export interface InspectionFinding {
  readonly method: InspectionMethod;
  readonly subject: string;
  readonly finding: string;
  readonly document: DocumentReference | null;
}

export interface VisitedSite extends MatterStep {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly team: readonly ItemOwner[];
  readonly findings: readonly InspectionFinding[];
}

/** 点对点督导、下沉督导: guidance one to one; a group that goes to the court, and tells it what it found. */
export type SupervisoryInspectionEvent =
  | Message<'InspectionPlanned', PlannedInspection>
  | Message<'SiteVisited', VisitedSite>
  /** 反馈会, with the list of problems; the items are assigned along with it. */
  | Message<
      'InspectionFeedbackGiven',
      MatterStep & {
        readonly heldOn: CalendarDate;
        readonly summary: string;
        readonly report: DocumentReference;
      }
    >
  /** 一对一指导. */
  | Message<
      'GuidanceGiven',
      MatterStep & {
        readonly heldOn: CalendarDate;
        readonly guides: readonly ItemOwner[];
        readonly content: string;
        readonly documents: readonly DocumentReference[];
      }
    >;

export const supervisoryInspectionEvents: EventTypes<SupervisoryInspectionEvent> = {
  InspectionPlanned: { schema: 1 },
  SiteVisited: { schema: 1 },
  InspectionFeedbackGiven: { schema: 1 },
  GuidanceGiven: { schema: 1 },
};

/** Kinds of the duties that only inspections open. */
export const INSPECTION_DUTIES = {
  inspectionPlan: '拟订督导方案',
  siteVisit: '进驻督导',
  inspectionFeedback: '反馈督导意见',
  oneToOneGuidance: '一对一指导',
} as const;
