import {
  chinaDateOf,
  type Act,
  type CalendarDate,
  type Decider,
  type Decision,
  type Message,
} from '@liuhen/kernel';
import { parseCaseNumber } from '@liuhen/courts';
import type { AppellateDispositionEvent } from '../appellate-disposition/appellate-disposition.events';
import type { Ancestor } from '../case-file/ancestors';
import {
  caseEvents,
  type CaseEvent,
  type CaseId,
  type CaseLink,
  type CaseRegistration,
  type PanelFormation,
  type RecordedDisposition,
} from './case.events';
import { refuse } from './case.refusals';
import { refuseFormation, refusePanel } from './refuse-panel';
import { refuseNewTrial } from './refuse-new-trial';

export type CaseCommand =
  | Message<'RegisterCase', { registration: CaseRegistration; origins: readonly CaseLink[] }>
  | Message<
      'FormPanel',
      {
        formation: PanelFormation;
        /** The day; `null` where it is not told, and for a live act. */
        formedOn: CalendarDate | null;
      }
    >
  | Message<'LinkCase', CaseLink>
  | Message<'RecordDisposition', RecordedDisposition>;

export interface RegisteredCase {
  readonly status: 'registered';
  /** With the panel and handling judge as they were formed last. */
  readonly registration: CaseRegistration;
  readonly presidingJudge: string | null;
  readonly links: readonly CaseLink[];
}

export type CaseState = { readonly status: 'none' } | RegisteredCase;

export interface CaseFacts {
  readonly caseId: CaseId;
  /** The cases that this one came from, and those that they came from. */
  readonly ancestors: readonly Ancestor<AppellateDispositionEvent>[];
}

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent, CaseFacts> = {
  events: caseEvents,
  initial: { status: 'none' },

  decide(command, state, act, facts) {
    if (act.source === 'imported' && act.actor.party !== 'system')
      return refuse('import-not-permitted', 'source');
    switch (command.type) {
      case 'RegisterCase':
        return state.status === 'none'
          ? register(command.data.registration, command.data.origins, act, facts)
          : refuse('already-registered', 'caseNumber');
      case 'FormPanel':
        return state.status === 'none' ? refuse('case-not-found') : form(command.data, state, act, facts);
      case 'LinkCase':
        return state.status === 'none' ? refuse('case-not-found') : link(command.data, state.links, facts);
      case 'RecordDisposition':
        return state.status === 'none'
          ? refuse('case-not-found')
          : dispose(command.data, state.registration, act);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CaseRegistered':
        return { status: 'registered', registration: event.data, presidingJudge: null, links: [] };
      case 'PanelFormed':
        return state.status === 'none' ? state : withPanel(state, event.data);
      case 'CaseLinked':
        return state.status === 'none' ? state : { ...state, links: [...state.links, event.data] };
      case 'DispositionRecorded':
        return state;
    }
  },
};

function register(
  registration: CaseRegistration,
  origins: readonly CaseLink[],
  act: Act,
  facts: CaseFacts,
): Decision<CaseEvent> {
  const refusal =
    refuseRegistration(registration, act) ??
    refuseNewTrial(registration, origins, act, facts.ancestors) ??
    refuseOrigins(origins, facts);
  if (refusal) return refusal;
  const when = registration.filedOn === null ? {} : { occurredAt: registration.filedOn };
  return [
    { type: 'CaseRegistered', data: registration, ...when },
    ...origins.map((origin) => ({ type: 'CaseLinked', data: origin, ...when }) as const),
  ];
}

/** An imported registration is a fact and is taken as it stands. */
function refuseRegistration(registration: CaseRegistration, act: Act) {
  if (act.source === 'imported') return undefined;
  if (registration.court.code !== act.court) return refuse('case-of-other-court', 'caseNumber');
  return (
    refuseNumber(registration) ??
    refusePanel(registration) ??
    (isFuture(registration.filedOn, act) ? refuse('filing-date-in-future', 'filedOn') : undefined)
  );
}

function refuseNumber({ caseNumber, caseType, filedOn }: CaseRegistration) {
  const parsed = parseCaseNumber(caseNumber ?? '');
  if (!parsed.ok) return undefined;
  const { procedure, year } = parsed.caseNumber;
  if (PROCEDURES_WITH_TYPE.has(procedure) && procedure !== caseType)
    return refuse('case-type-differs-from-number', 'caseType');
  if (filedOn !== null && !filedOn.startsWith(String(year)))
    return refuse('filing-year-differs-from-number', 'filedOn');
  return undefined;
}

/** Procedures of a case number that leave no doubt about the type of the case. */
const PROCEDURES_WITH_TYPE: ReadonlySet<string> = new Set(['civil', 'criminal', 'administrative']);

function refuseOrigins(origins: readonly CaseLink[], { caseId, ancestors }: CaseFacts) {
  if (origins.some(({ origin }) => origin === caseId)) return refuse('link-to-itself', 'origins');
  if (ancestors.some((ancestor) => ancestor.caseId === caseId)) return refuse('link-makes-circle', 'origins');
  return undefined;
}

/** An imported panel is a fact and is taken as it stands. */
function form(
  { formation, formedOn }: Extract<CaseCommand, { type: 'FormPanel' }>['data'],
  state: RegisteredCase,
  act: Act,
  { ancestors }: CaseFacts,
): Decision<CaseEvent> {
  const { registration, links } = withPanel(state, formation);
  const refusal =
    (isFuture(formedOn, act) ? refuse('panel-date-in-future', 'formedOn') : undefined) ??
    (act.source === 'imported' ? undefined : refuseFormation(formation, state, act)) ??
    refuseNewTrial(registration, links, act, ancestors);
  const when = formedOn === null ? {} : { occurredAt: formedOn };
  return refusal ?? [{ type: 'PanelFormed', data: formation, ...when }];
}

function withPanel(state: RegisteredCase, formation: PanelFormation): RegisteredCase {
  const { panel, handlingJudge, soleJudge, presidingJudge } = formation;
  return {
    ...state,
    registration: { ...state.registration, panel, handlingJudge, soleJudge },
    presidingJudge,
  };
}

function link(data: CaseLink, links: readonly CaseLink[], facts: CaseFacts): Decision<CaseEvent> {
  if (links.some(({ origin, kind }) => origin === data.origin && kind === data.kind))
    return refuse('already-linked', 'origin');
  return refuseOrigins([data], facts) ?? [{ type: 'CaseLinked', data }];
}

function dispose(data: RecordedDisposition, { filedOn }: CaseRegistration, act: Act): Decision<CaseEvent> {
  if (act.source !== 'imported') {
    if (isFuture(data.decidedOn, act)) return refuse('decision-date-in-future', 'decidedOn');
    if (data.decidedOn !== null && filedOn !== null && data.decidedOn < filedOn)
      return refuse('decision-before-filing', 'decidedOn');
  }
  return [{ type: 'DispositionRecorded', data, occurredAt: data.decidedOn }];
}

const isFuture = (date: CalendarDate | null, act: Act): boolean =>
  date !== null && date > chinaDateOf(act.at);
