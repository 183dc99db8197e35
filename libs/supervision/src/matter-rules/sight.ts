import type { DutyHolder, EventHeader, Message } from '@liuhen/kernel';
import type { DutyWarningEvent } from '../duty-warning/duty-warning.events';
import type { MATTER_DUTIES } from '../supervision-matter/supervision-matter.events';
import type { MatterEvent } from './matter-events';

/** What the issuing side does for itself: the court aimed at learns of a matter when it is issued, and of what comes of its reply. */
const INTERNAL: ReadonlySet<string> = new Set<MatterEvent['type']>([
  'MatterDrafted',
  'MatterApproved',
  'MatterDeclined',
  'MatterArchived',
  'TalkPlanned',
  'InspectionPlanned',
]);

/** Whether only the issuing side may know of an event, by its type alone. */
export const isInternal = (type: string): boolean => INTERNAL.has(type);

/** Kinds of duties that only what is internal can end, so that nobody else can know whether they are done. */
const INTERNAL_DUTIES: ReadonlySet<string> = new Set<keyof typeof MATTER_DUTIES>([
  'matterDrafting',
  'matterArchiving',
]);

/** Whether a duty of the kind is the issuing side's alone to know of. */
export const isInternalDuty = (kind: string): boolean => INTERNAL_DUTIES.has(kind);

type MatterHistory = readonly ((MatterEvent | DutyWarningEvent) & {
  readonly header: Pick<EventHeader, 'id'>;
})[];

/**
 * Ids of the events that those aimed at may know of: of the rounds that were issued to them, but for what is internal;
 * and the warnings of duties that such an event opened. Confidential rounds are the issuing side's as a whole, and an
 * escalation shows with the round to which it led.
 *
 * @param isTheirs whether a warning is for the reader's side; all are unless said
 */
export function eventsShownToTargets(
  history: MatterHistory,
  isTheirs: (addressee: DutyHolder) => boolean = () => true,
): ReadonlySet<string> {
  const told = roundsTold(history);
  const shown = new Set<string>();
  const duties = new Set<string>();
  for (const event of history) {
    const isShown = isWarning(event)
      ? duties.has(event.data.duty) && isTheirs(event.data.addressee)
      : isTold(event, told);
    if (!isShown) continue;
    shown.add(event.header.id);
    const charges = isWarning(event) ? [] : event.data.charges;
    for (const { duty, kind } of charges) if (!isInternalDuty(kind)) duties.add(duty);
  }
  return shown;
}

const isTold = ({ type, data: { round } }: MatterEvent, told: ReadonlySet<number>): boolean =>
  told.has(round) && !isInternal(type) && (type !== 'MatterEscalated' || told.has(round + 1));

const isWarning = (event: Message): event is DutyWarningEvent => event.type === 'DutyWarningRaised';

/** Issued as they were last drafted. */
function roundsTold(history: MatterHistory): ReadonlySet<number> {
  const told = new Set<number>();
  let confidential = false;
  for (const event of history) {
    if (event.type === 'MatterDrafted') confidential = event.data.confidential;
    if (event.type === 'MatterIssued' && !confidential) told.add(event.data.round);
  }
  return told;
}
