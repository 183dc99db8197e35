import { parseCaseNumber } from '@liuhen/courts';
import {
  chinaDateOf,
  type DutyChange,
  type DutyHolder,
  type DutyStatus,
  type DutyTerms,
  type EventHeader,
  type Message,
  type Recorded,
} from '@liuhen/kernel';
import { caseIdOfStream, warningKey, type DutyRulebook, type DutyWarningEvent } from '@liuhen/supervision';
import {
  NO_DUE_DAY,
  type ClosedDutyRow,
  type DueDay,
  type DutyKey,
  type DutyRow,
  type HolderEndRow,
  type HolderRow,
  type RaisedWarningRow,
  type WarningRow,
} from './duty-rows';

/** What must be known of a duty to judge what an event changes. */
export interface KnownDuty extends DutyKey {
  readonly status: DutyStatus;
  readonly due: DueDay;
  /** Place of its latest holder. */
  readonly place: number;
}

const keyText = ({ stream, duty }: DutyKey): string => JSON.stringify([stream, duty]);

/** The duties that a page of events touches. */
export const touchedDuties = (
  { changesBy }: DutyRulebook,
  page: readonly Recorded<Message>[],
): readonly DutyKey[] => {
  const touched = page.flatMap((event) => {
    const { stream } = event.header;
    const duties = isWarning(event) ? [event.data.duty] : changesBy(event).map(dutyOf);
    return duties.map((duty) => ({ stream, duty }));
  });
  return [...new Map(touched.map((key) => [keyText(key), key])).values()];
};

const dutyOf = (change: DutyChange): string => (change.change === 'open' ? change.terms.duty : change.duty);

const isWarning = (event: Message): event is DutyWarningEvent => event.type === 'DutyWarningRaised';

/**
 * What a page of events makes of the tables, gathered so that each table is changed once. It follows `withDutyChange` of
 * the kernel: to open what exists, and to change what is closed or unknown, changes nothing.
 */
export class DutyPage {
  readonly opened: DutyRow[] = [];
  readonly closed: ClosedDutyRow[] = [];
  readonly holders: HolderRow[] = [];
  readonly ends: HolderEndRow[] = [];
  readonly warnings: WarningRow[] = [];
  readonly raised: RaisedWarningRow[] = [];
  readonly #known: Map<string, KnownDuty>;

  constructor(known: readonly KnownDuty[]) {
    this.#known = new Map(known.map((duty) => [keyText(duty), duty]));
  }

  add({ changesBy }: DutyRulebook, event: Recorded<Message>): void {
    if (isWarning(event)) this.#raise(event);
    else for (const change of changesBy(event)) this.#change(change, event.header);
  }

  #change(change: DutyChange, header: EventHeader): void {
    const key = { stream: header.stream, duty: dutyOf(change) };
    const duty = this.#known.get(keyText(key));
    if (change.change === 'open') {
      if (!duty) this.#open(key, change.terms, header);
    } else if (duty?.status === 'open') {
      if (change.change === 'handOver') this.#handOver(duty, change.to, header);
      else this.#close(duty, change, header);
    }
  }

  #open(key: DutyKey, terms: DutyTerms, header: EventHeader): void {
    const due = terms.due ?? NO_DUE_DAY;
    this.opened.push({ ...key, ...openingOf(header), kind: terms.kind, due, provisional: terms.provisional });
    const warnings = terms.warnings.map((warning) => ({ ...warning, duty: key.duty }));
    const distinct = new Map(warnings.map((warning) => [warningKey(warning), warning]));
    for (const { step, to, at } of distinct.values()) this.warnings.push({ ...key, step, recipient: to, at });
    this.#hold({ ...key, status: 'open', due, place: 0 }, terms.holder, header);
  }

  #hold(duty: KnownDuty, holder: DutyHolder, { recordedAt, id }: EventHeader): void {
    const { stream, place, due } = duty;
    const { court, division, post, person, party } = holder;
    const held = { held_from: recordedAt, held_event: id };
    this.holders.push({ stream, duty: duty.duty, place, court, division, post, person, party, due, ...held });
    this.#known.set(keyText(duty), duty);
  }

  #handOver(duty: KnownDuty, to: DutyHolder, header: EventHeader): void {
    this.#end(duty, header, header.recordedAt);
    this.#hold({ ...duty, place: duty.place + 1 }, to, header);
  }

  #close(
    duty: KnownDuty,
    change: Extract<DutyChange, { change: 'discharge' | 'waive' }>,
    header: EventHeader,
  ): void {
    const status = change.change === 'discharge' ? 'discharged' : 'waived';
    this.#end(duty, header, null);
    this.closed.push({
      stream: duty.stream,
      duty: duty.duty,
      status,
      closed_at: header.recordedAt,
      closed_on: chinaDateOf(header.recordedAt),
      closed_event: header.id,
      closed_rev: header.rev,
      closed_by: header.actor.person,
      waiver: change.change === 'waive' ? change.waiver : null,
    });
    this.#known.set(keyText(duty), { ...duty, status });
  }

  #end({ stream, duty, place }: KnownDuty, { recordedAt }: EventHeader, succeeded_at: string | null): void {
    this.ends.push({ stream, duty, place, held_until: recordedAt, succeeded_at });
  }

  #raise({ data, header }: Recorded<DutyWarningEvent>): void {
    const key = { stream: header.stream, duty: data.duty };
    if (!this.#known.has(keyText(key))) return;
    const { step, to, at, addressee } = data;
    const told = { raised_at: header.recordedAt, event: header.id, addressee };
    this.raised.push({ ...key, step, recipient: to, at, ...told });
  }
}

const openingOf = ({ stream, case: caseNumber, court, ...header }: EventHeader) => ({
  case_id: caseIdOfStream(stream) ?? null,
  case_number: caseNumber,
  case_court: courtOf(caseNumber) ?? court,
  secrecy: header.secrecy,
  basis: header.basis,
  opened_at: header.recordedAt,
  opened_event: header.id,
  opened_rev: header.rev,
  opened_by: header.actor.person,
  status: 'open' as const,
});

function courtOf(caseNumber: string | null): string | undefined {
  const parsed = parseCaseNumber(caseNumber ?? '');
  return parsed.ok && 'code' in parsed.caseNumber.court ? parsed.caseNumber.court.code : undefined;
}
