import { chinaDateOf, type CalendarDate, type DutyHolder, type EventHeader } from '@liuhen/kernel';
import { differenceOf } from '../matter-rules/decimal-text';
import type { MatterEvent } from '../matter-rules/matter-events';
import { STEPS } from '../matter-rules/steps';
import type { LeaderAssignmentEvent } from './leader-assignment.events';
import type { LeaderAssignmentView } from './leader-assignment.views';

type Seen<Event> = Event & { readonly header: Pick<EventHeader, 'recordedAt'> };
type History = readonly Seen<MatterEvent>[];
type Told<Type extends LeaderAssignmentEvent['type']> = Seen<Extract<LeaderAssignmentEvent, { type: Type }>>;

/** The record of an assignment, from the events that a reader may see. */
export function assignmentIn(history: History): Omit<LeaderAssignmentView, 'revision'> {
  const issued = history.flatMap((event) => (event.type === 'MatterIssued' ? [event] : []));
  const baseline = told(history, 'BaselineRecorded').at(-1);
  return {
    ends: endIn(history),
    problems: baseline?.data.problems ?? null,
    figures: figuresIn(baseline, told(history, 'ContactRecorded')),
    contacts: contactsIn(history),
    visits: told(history, 'AssignmentVisited').map(({ data: { nth, heldOn, findings, documents } }) => ({
      ...{ nth, heldOn, findings, documents },
    })),
    leaders: leadersIn(issued.at(-1), told(history, 'AssignmentHandedOver')),
    suspensions: suspensionsIn(history),
  };
}

/** 期满: as it was issued, or as it was extended before the report came. */
function endIn(history: History): CalendarDate | null {
  const reported = history.findIndex(({ type }) => type === 'MatterReplied');
  const ends = history.slice(0, reported === -1 ? undefined : reported).flatMap(({ type, data }) => {
    if (type === 'MatterIssued') return data.deadline;
    if (type !== 'ExtensionGranted') return [];
    return data.charges.find(({ kind }) => kind === STEPS.reply.kind)?.due ?? [];
  });
  return ends.at(-1) ?? null;
}

const told = <Type extends LeaderAssignmentEvent['type']>(
  history: History,
  type: Type,
): readonly Told<Type>[] => history.filter((event): event is Told<Type> => event.type === type);

function figuresIn(
  baseline: Told<'BaselineRecorded'> | undefined,
  contacts: readonly Told<'ContactRecorded'>[],
): LeaderAssignmentView['figures'] {
  const progress = contacts.flatMap(({ data }) => data.progress);
  return (baseline?.data.figures ?? []).map(({ indicator, unit, value, target, asOf }) => {
    const moved = progress.findLast((figure) => figure.indicator === indicator);
    const latest = moved?.value ?? value;
    return {
      ...{ indicator, unit, baseline: value, target, latest, latestOn: moved?.asOf ?? asOf },
      change: differenceOf(latest, value),
      remaining: differenceOf(target, latest),
    };
  });
}

function contactsIn(history: History): LeaderAssignmentView['contacts'] {
  const dueDays = new Map(
    history.flatMap(({ data }) => data.charges.map(({ duty, due }) => [duty, due] as const)),
  );
  return told(history, 'ContactRecorded').map(({ data }) => {
    const { nth, heldOn, manner, content, progress, documents, fulfils } = data;
    const due = dueDays.get(fulfils[0] ?? '') ?? null;
    return { nth, heldOn, manner, content, progress, documents, due };
  });
}

function leadersIn(
  issued: Extract<History[number], { type: 'MatterIssued' }> | undefined,
  handOvers: readonly Told<'AssignmentHandedOver'>[],
): LeaderAssignmentView['leaders'] {
  const first = issued?.data.targets[0]?.responsible;
  if (!issued || !first) return [];
  const followers = handOvers.map(({ data, header }) => ({
    to: data.to,
    on: chinaDateOf(header.recordedAt),
  }));
  const all = [{ to: first, on: chinaDateOf(issued.header.recordedAt) }, ...followers];
  return all.map(({ to, on }, place) => leaderView(to, on, all[place + 1]?.on ?? null));
}

const leaderView = (
  { court, post, person }: DutyHolder,
  from: CalendarDate,
  until: CalendarDate | null,
): LeaderAssignmentView['leaders'][number] => ({ court, post, person, from, until });

/** Each with the hand-over that ended it. */
function suspensionsIn(history: History): LeaderAssignmentView['suspensions'] {
  const handOvers = told(history, 'AssignmentHandedOver');
  return told(history, 'AssignmentSuspended').map(({ data, header }, place) => ({
    reason: data.reason,
    explanation: data.explanation,
    on: chinaDateOf(header.recordedAt),
    resolved: handOvers[place]?.data.reason ?? null,
  }));
}
