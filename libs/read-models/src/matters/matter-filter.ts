import type { CalendarDate } from '@liuhen/kernel';
import type { PageQuery } from '@liuhen/platform';
import type { Instrument, Stage, Trigger } from '@liuhen/supervision';

/** On which side the reader's court stands. */
export const MATTER_SIDES = { issued: '本院发出', received: '本院收到' } as const;
export type MatterSide = keyof typeof MATTER_SIDES;

/** How a matter may stand, as lists are asked for. */
export const MATTER_CONDITIONS = { all: '全部', open: '未结', late: '未结且有逾期', over: '已结' } as const;
export type MatterCondition = keyof typeof MATTER_CONDITIONS;

/** Which matters; what is left out does not narrow them. */
export interface MatterFilter {
  /** Code of a court that issued it or at which it is aimed. */
  readonly court?: string;
  readonly side?: MatterSide;
  readonly instrument?: Instrument;
  readonly stage?: Stage;
  readonly condition?: MatterCondition;
  /** Something is owed by then. */
  readonly dueTo?: CalendarDate;
  /** Of whoever has to do with it. */
  readonly post?: string;
  readonly person?: string;
  /** Canonical number of a case that it names. */
  readonly case?: string;
  readonly trigger?: Trigger;
  /** Of its issue, or else of its draft. */
  readonly year?: number;
}

export interface MatterPageFilter extends MatterFilter, PageQuery {}
