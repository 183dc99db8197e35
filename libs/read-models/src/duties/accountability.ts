import type { Duty, EventHeader, HeldDuty, Message, Recorded } from '@liuhen/kernel';
import { ledgerOf, type DutyRulebook } from '@liuhen/supervision';

/** How somebody's time with a duty ended; `open` where it has not. */
export const TENURE_OUTCOMES = {
  open: '未办',
  handedOver: '移交',
  discharged: '已办',
  waived: '已免',
} as const;
export type TenureOutcome = keyof typeof TENURE_OUTCOMES;

/** One holder's time with one duty: a step of the case for which somebody was responsible. */
export interface Tenure {
  readonly duty: Duty;
  readonly held: HeldDuty;
  /** Of the event that charged the holder. */
  readonly charged: EventHeader;
  readonly outcome: TenureOutcome;
  /** Of the event that ended it. */
  readonly ended: EventHeader | null;
  /** To whom it was handed over. */
  readonly successor: HeldDuty | null;
}

/** Who was responsible for what in a stream, in the order in which they came to be. */
export function tenuresIn(rulebook: DutyRulebook, history: readonly Recorded<Message>[]): readonly Tenure[] {
  const headers = new Map(history.map(({ header }) => [header.id, header]));
  const headerOf = (event: string): EventHeader => {
    const header = headers.get(event);
    if (!header) throw new Error(`the ledger names event ${event}, which its stream does not have`);
    return header;
  };
  const tenures = [...ledgerOf(rulebook, history).values()].flatMap((duty) => tenuresOf(duty, headerOf));
  return tenures.toSorted((a, b) => a.charged.rev - b.charged.rev);
}

function tenuresOf(duty: Duty, headerOf: (event: string) => EventHeader): readonly Tenure[] {
  return duty.holders.map((held, place) => {
    const successor = duty.holders[place + 1] ?? null;
    const end = successor ?? duty.closed;
    return {
      duty,
      held,
      charged: headerOf(held.event),
      outcome: successor ? 'handedOver' : duty.status,
      ended: end && headerOf(end.event),
      successor,
    };
  });
}
