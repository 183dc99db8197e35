import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';

/** 办结计划的一步. */
export interface PlannedStep {
  readonly text: string;
  readonly due: CalendarDate;
}

export interface SubmittedPlan extends MatterStep {
  /** In the order of their days. */
  readonly steps: readonly PlannedStep[];
  /** 办结日期, by which the answer is owed. */
  readonly closeBy: CalendarDate;
}

export interface FiledReport extends MatterStep {
  /** 1 for the first of the round. */
  readonly nth: number;
  readonly progress: string;
  readonly obstacles: string | null;
  readonly documents: readonly DocumentReference[];
}

/** 挂牌督办: a plan, and a report every ten days until it is done. */
export type ListedSupervisionEvent =
  | Message<'ClosingPlanSubmitted', SubmittedPlan>
  /** 旬报. */
  | Message<'PeriodicReportFiled', FiledReport>;

export const listedSupervisionEvents: EventTypes<ListedSupervisionEvent> = {
  ClosingPlanSubmitted: { schema: 1 },
  PeriodicReportFiled: { schema: 1 },
};

/** Kinds of the duties that only listed supervision opens. */
export const LISTED_DUTIES = { closingPlan: '报送办结计划', periodicReport: '旬报' } as const;
