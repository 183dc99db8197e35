import type {
  CalendarDate,
  DutyHolder,
  EventTypes,
  Instant,
  Message,
  WarningRecipient,
  WarningStep,
} from '@liuhen/kernel';

/** One of the warnings that a duty's terms foresee. */
export interface WarningReference {
  /** Name of the duty in the stream. */
  readonly duty: string;
  readonly step: WarningStep;
  readonly to: WarningRecipient;
  /** When it fell due; that it was raised later shows in the header. */
  readonly at: Instant;
}

export interface RaisedWarning extends WarningReference {
  /** One of the kinds of duties. */
  readonly kind: string;
  readonly due: CalendarDate | null;
  /** Who is told. */
  readonly addressee: DutyHolder;
}

/** 预警: the clock tells that a duty's time runs out or is over. */
export type DutyWarningEvent = Message<'DutyWarningRaised', RaisedWarning>;

export const dutyWarningEvents: EventTypes<DutyWarningEvent> = { DutyWarningRaised: { schema: 1 } };

/** Names a warning within its stream. */
export const warningKey = ({ duty, step, to, at }: WarningReference): string => `${duty}/${step}/${to}/${at}`;
