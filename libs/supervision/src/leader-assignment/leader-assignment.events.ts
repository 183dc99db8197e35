import type { CalendarDate, DocumentReference, DutyHolder, EventTypes, Message } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';

/** 指标值: a figure as it stood on a day; the value is decimal text, for events hold no fractions. */
export interface Figure {
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  readonly asOf: CalendarDate;
}

/** 基线: from where the term begins, and where it is to lead. */
export interface BaselineFigure extends Figure {
  /** 目标值. */
  readonly target: string;
}

/** 为何中止. */
export const SUSPENSION_REASONS = { postChanged: '包保领导岗位变动', other: '其他' } as const;
export type SuspensionReason = keyof typeof SUSPENSION_REASONS;

export interface RecordedContact extends MatterStep {
  /** 1 for the first of the term. */
  readonly nth: number;
  readonly heldOn: CalendarDate;
  readonly manner: string;
  readonly content: string;
  /** How the figures of the baseline stand. */
  readonly progress: readonly Figure[];
  readonly documents: readonly DocumentReference[];
}

export interface HandedOverAssignment extends MatterStep {
  /** Names of the duties that go over to the new leader. */
  readonly duties: readonly string[];
  readonly from: DutyHolder;
  readonly to: DutyHolder;
  readonly reason: string;
}

/** 院领导包保: a leader answers for a weak court or indicator for a term, from a baseline to acceptance. */
export type LeaderAssignmentEvent =
  | Message<
      'BaselineRecorded',
      MatterStep & { readonly figures: readonly BaselineFigure[]; readonly problems: string }
    >
  /** 月度联系. */
  | Message<'ContactRecorded', RecordedContact>
  /** 现场督导. */
  | Message<
      'AssignmentVisited',
      MatterStep & {
        /** 1 for the first of the term. */
        readonly nth: number;
        readonly heldOn: CalendarDate;
        readonly findings: string;
        readonly documents: readonly DocumentReference[];
      }
    >
  | Message<
      'AssignmentSuspended',
      MatterStep & {
        readonly reason: SuspensionReason;
        readonly explanation: string;
        readonly leader: DutyHolder;
      }
    >
  | Message<'AssignmentHandedOver', HandedOverAssignment>;

export const leaderAssignmentEvents: EventTypes<LeaderAssignmentEvent> = {
  BaselineRecorded: { schema: 1 },
  ContactRecorded: { schema: 1 },
  AssignmentVisited: { schema: 1 },
  AssignmentSuspended: { schema: 1 },
  AssignmentHandedOver: { schema: 1 },
};

/** Kinds of the duties that only assignments open. */
export const ASSIGNMENT_DUTIES = {
  assignmentBaseline: '建立包保基线',
  leaderContact: '月度联系',
  assignmentVisit: '现场督导',
  reassignment: '另行指定包保领导',
} as const;
