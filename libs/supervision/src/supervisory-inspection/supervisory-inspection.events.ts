import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type { MatterStep, Participant, ScreenedWords } from '../supervision-matter/supervision-matter.events';

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
  readonly team: readonly Participant[];
  /** 进驻 from this day to that, both included. */
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
  /** Who went, 组长 first. */
  readonly team: readonly Participant[];
  readonly findings: readonly InspectionFinding[];
}

/** 反馈会, with the list of problems: its items are assigned along with it. */
export interface InspectionFeedback extends MatterStep, ScreenedWords {
  readonly heldOn: CalendarDate;
  readonly summary: string;
  /** 督导报告. */
  readonly report: DocumentReference;
}

/** 一对一指导; the items of its list of problems, if it brings one, are assigned along with it. */
export interface GivenGuidance extends MatterStep, ScreenedWords {
  readonly heldOn: CalendarDate;
  readonly guides: readonly Participant[];
  readonly content: string;
  readonly documents: readonly DocumentReference[];
}

/** 点对点督导、下沉督导: guidance one to one; a group that goes to the court, and tells it what it found. */
export type SupervisoryInspectionEvent =
  | Message<'InspectionPlanned', PlannedInspection>
  | Message<'SiteVisited', VisitedSite>
  | Message<'InspectionFeedbackGiven', InspectionFeedback>
  | Message<'GuidanceGiven', GivenGuidance>;

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
