import type { CalendarDate, Party } from '@liuhen/kernel';
import type { PageQuery } from '@liuhen/platform';
import type { Moment } from '../moment';

/** How a duty may stand, as lists are asked for. */
export const DUTY_CONDITIONS = {
  all: '全部',
  open: '未办',
  late: '未办且已逾期',
  discharged: '已办',
  dischargedLate: '逾期办结',
  waived: '已免',
} as const;
export type DutyCondition = keyof typeof DUTY_CONDITIONS;

/** Which duties; what is left out does not narrow them. */
export interface DutyFilter {
  readonly party?: Party;
  /** Code of the holder's court. */
  readonly court?: string;
  readonly division?: string;
  readonly post?: string;
  /** Who answers for it, whichever way they do. */
  readonly person?: string;
  readonly case?: string;
  readonly kind?: string;
  readonly condition: DutyCondition;
  readonly openedFrom?: CalendarDate;
  readonly openedTo?: CalendarDate;
  readonly dueFrom?: CalendarDate;
  readonly dueTo?: CalendarDate;
  /** As known then; now unless said. */
  readonly asOf?: Moment;
}

export interface DutyPageFilter extends DutyFilter, PageQuery {}
