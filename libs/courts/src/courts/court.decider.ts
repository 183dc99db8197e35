import type { CalendarDate, Decider, Decision, Message, Refusal } from '@liuhen/kernel';
import { isSpan, overlaps, valueOn, type Validity } from '../timeline';
import { isHigher, type CourtKind, type CourtLevel } from './court';
import { courtOfCode } from './court-code';
import type { CourtDirectory } from './court-directory';
import { evolveCourt, type CourtRecord } from './court-record';
import { courtEvents, type CourtEvent, type Evidence } from './court.events';
import { refuse } from './court.refusals';

/** A court above: its id, or its code where it is not entered here. */
export type Route = Evidence & Validity & { readonly to: string };

/** The court as it is, with what is known of how it was. */
export type Establishment = Evidence & {
  readonly code: string;
  readonly name: string;
  readonly level: CourtLevel;
  readonly kind: CourtKind;
  readonly from: CalendarDate | null;
  readonly formerCodes: readonly (Evidence & Validity & { readonly code: string })[];
  readonly formerNames: readonly (Evidence & Validity & { readonly name: string })[];
  readonly appealTo: Route | null;
  readonly administrativeSuperior: Route | null;
};

export type CourtCommand =
  | Message<'EstablishCourt', Establishment>
  | Message<'RenameCourt', Evidence & Validity & { name: string }>
  | Message<'AssignCourtCode', Evidence & Validity & { code: string }>
  | Message<'SetAppealRoute', Route>
  | Message<'SetAdministrativeSuperior', Route>
  | Message<'AbolishCourt', Evidence & { on: CalendarDate; successor: string | null }>;

export interface CourtFacts {
  readonly courtId: string;
  /** All courts, from their streams. */
  readonly directory: CourtDirectory;
}

export const courtDecider: Decider<CourtRecord | undefined, CourtCommand, CourtEvent, CourtFacts> = {
  events: courtEvents,
  initial: undefined,

  decide(command, state, _act, facts) {
    if (command.type === 'EstablishCourt')
      return state ? refuse('court-already-established') : establish(command.data, facts);
    if (!state) return refuse('court-not-established');
    if (state.abolished !== null) return refuse('court-abolished');
    switch (command.type) {
      case 'RenameCourt':
        return refuseSpan(command.data) ?? [{ type: 'CourtRenamed', data: command.data }];
      case 'AssignCourtCode':
        return (
          refuseCode(command.data, state.level, facts) ?? [{ type: 'CourtCodeAssigned', data: command.data }]
        );
      case 'SetAppealRoute':
        return (
          refuseRoute(command.data, state.level, facts) ?? [{ type: 'AppealRouteSet', data: command.data }]
        );
      case 'SetAdministrativeSuperior':
        return (
          refuseRoute(command.data, state.level, facts) ?? [
            { type: 'AdministrativeSuperiorSet', data: command.data },
          ]
        );
      case 'AbolishCourt':
        return refuseAbolition(command.data, facts) ?? [{ type: 'CourtAbolished', data: command.data }];
    }
  },

  evolve: evolveCourt,
};

function establish(establishment: Establishment, facts: CourtFacts): Decision<CourtEvent> {
  const { formerCodes, formerNames, appealTo, administrativeSuperior, ...court } = establishment;
  const own = { code: court.code, from: lastDay(formerCodes) ?? court.from, until: null };
  const routes = [appealTo, administrativeSuperior].filter((route) => route !== null);
  const refusal =
    firstRefusal([own, ...formerCodes], (code) => refuseCode(code, court.level, facts)) ??
    firstRefusal(formerNames, refuseSpan) ??
    firstRefusal(routes, (route) => refuseRoute(route, court.level, facts));
  if (refusal) return refusal;
  return [
    { type: 'CourtEstablished', data: court },
    ...formerCodes.map((data) => ({ type: 'CourtCodeAssigned', data }) as const),
    ...formerNames.map((data) => ({ type: 'CourtRenamed', data }) as const),
    ...(appealTo ? [{ type: 'AppealRouteSet', data: appealTo } as const] : []),
    ...(administrativeSuperior
      ? [{ type: 'AdministrativeSuperiorSet', data: administrativeSuperior } as const]
      : []),
  ];
}

function firstRefusal<Item>(
  items: readonly Item[],
  check: (item: Item) => Refusal | undefined,
): Refusal | undefined {
  for (const item of items) {
    const refusal = check(item);
    if (refusal) return refusal;
  }
  return undefined;
}

const lastDay = (periods: readonly Validity[]): CalendarDate | undefined =>
  periods
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);

const refuseSpan = (span: Validity): Refusal | undefined =>
  isSpan(span) ? undefined : refuse('period-reversed', 'until');

function refuseCode(
  assigned: Validity & { readonly code: string },
  level: CourtLevel,
  { courtId, directory }: CourtFacts,
): Refusal | undefined {
  if (courtOfCode(assigned.code)?.level !== level) return refuse('court-code-contradicts-level', 'code');
  const taken = [...directory].some(
    ([id, { codes }]) =>
      id !== courtId && codes.some((period) => period.value === assigned.code && overlaps(period, assigned)),
  );
  return taken ? refuse('court-code-taken', 'code') : refuseSpan(assigned);
}

function refuseRoute(route: Route, level: CourtLevel, { directory }: CourtFacts): Refusal | undefined {
  const above = directory.get(route.to)?.level ?? courtOfCode(route.to)?.level;
  if (!above) return refuse('superior-court-unknown', 'to');
  return isHigher(above, level) ? refuseSpan(route) : refuse('superior-court-not-higher', 'to');
}

function refuseAbolition(
  { on, successor }: { readonly on: CalendarDate; readonly successor: string | null },
  { courtId, directory }: CourtFacts,
): Refusal | undefined {
  if (successor !== null && !directory.has(successor)) return refuse('successor-court-unknown', 'successor');
  const beneath = [...directory.values()].some(
    ({ appealTo, abolished }) => (abolished === null || abolished > on) && valueOn(appealTo, on) === courtId,
  );
  return beneath ? refuse('courts-still-beneath', 'on') : undefined;
}
