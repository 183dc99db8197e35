import type { CalendarDate, DutyHolder, Instant } from '@liuhen/kernel';
import type { Instrument, MatterTarget, Stage, SuspensionReason, Trigger } from '@liuhen/supervision';
import type { FigureProgress } from './assignment-record';
import type { NextDuty } from './matter-rows';

/** A round as a reader may know it. Days are days in China. */
export interface FoundRound {
  readonly matter: string;
  readonly draftedAt: Instant;
  readonly round: number;
  /** Whether the reader is of the issuing side. */
  readonly within: boolean;
  readonly instrument: Instrument;
  readonly title: string;
  readonly trigger: Trigger;
  readonly cause: string;
  readonly problem: string;
  readonly deadline: CalendarDate | null;
  readonly stage: Stage;
  readonly over: boolean;
  readonly next: NextDuty | null;
  readonly issuer: DutyHolder;
  readonly approver: DutyHolder | null;
  readonly targets: readonly MatterTarget[];
  readonly number: string | null;
  readonly draftedOn: CalendarDate | null;
  readonly issuedOn: CalendarDate | null;
  readonly receivedOn: CalendarDate | null;
  readonly repliedOn: CalendarDate | null;
  readonly acceptedOn: CalendarDate | null;
  readonly closedOutOn: CalendarDate | null;
  readonly followedUpOn: CalendarDate | null;
  readonly archivedOn: CalendarDate | null;
  readonly cancelledOn: CalendarDate | null;
  readonly demands: number;
  readonly answered: number | null;
  readonly satisfied: number | null;
  readonly returned: number;
  readonly extensions: number;
  readonly items: number;
  readonly itemsDone: number;
  readonly itemsLate: number;
  readonly escalatedTo: Instrument | null;
  readonly escalationReason: string | null;
  readonly cameFrom: Instrument | null;
  readonly cameBecause: string | null;
}

/** A round that is the assignment of a leader. */
export interface FoundAssignment extends FoundRound {
  readonly figures: readonly FigureProgress[];
  readonly contacts: number;
  readonly contactsLate: number;
  readonly suspended: SuspensionReason | null;
}

/** How many rounds stand at a stage. */
export interface FoundCounts {
  /** Code of the court aimed at. */
  readonly court: string;
  readonly instrument: Instrument;
  readonly stage: Stage;
  readonly rounds: number;
  readonly open: number;
  readonly overdue: number;
  readonly demands: number;
  readonly answered: number;
  readonly returned: number;
  readonly items: number;
  readonly itemsDone: number;
}
