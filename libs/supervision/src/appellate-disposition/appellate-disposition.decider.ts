import {
  chinaDateOf,
  Refusal,
  type Act,
  type CalendarDate,
  type Decider,
  type Decision,
  type LawArticle,
  type Message,
} from '@liuhen/kernel';
import type { Ancestor } from '../case-file/ancestors';
import { caseEvents, type CaseEvent } from '../case/case.events';
import {
  appellateDispositionEvents,
  PROCEDURES_BEFORE_SIGNING,
  type AppellateDispositionEvent,
  type DispositionStatus,
  type ProcedureBeforeSigning,
  type RecordedAssessment,
  type RecordedFinding,
} from './appellate-disposition.events';
import { refuse } from './appellate-disposition.refusals';
import { judgeDraft } from './rules';
import { assessInFamily, type CaseInHand, type GivenDisposition } from './assess-in-family';

export type AppellateDispositionCommand =
  | Message<'DraftAppellateDisposition', GivenDisposition>
  | Message<'RecordAppellateDisposition', { disposition: GivenDisposition; status: DispositionStatus }>;

export type AppellateDispositionState =
  { readonly status: 'none' } | ({ readonly status: 'registered' } & CaseInHand);

export interface AppellateDispositionFacts {
  /** The cases that this one came from, with what was decided in them. */
  readonly ancestors: readonly Ancestor<AppellateDispositionEvent>[];
}

export const appellateDispositionDecider: Decider<
  AppellateDispositionState,
  AppellateDispositionCommand,
  AppellateDispositionEvent | CaseEvent,
  AppellateDispositionFacts
> = {
  events: { ...caseEvents, ...appellateDispositionEvents },
  initial: { status: 'none' },

  decide(command, state, act, facts) {
    if (state.status === 'none') return refuse('case-not-found');
    if (act.source === 'imported' && act.actor.party !== 'system')
      return refuse('import-not-permitted', 'source');
    switch (command.type) {
      case 'DraftAppellateDisposition':
        return draft(command.data, state, act, facts);
      case 'RecordAppellateDisposition':
        return record(command.data, state, act, facts);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CaseRegistered':
        return { status: 'registered', registration: event.data, links: [] };
      case 'CaseLinked':
        return state.status === 'none' ? state : { ...state, links: [...state.links, event.data] };
      default:
        return state;
    }
  },
};

/** A draft is judged by the law of the day on which it is drafted: allowed, refused, or sent to procedure. */
function draft(
  given: GivenDisposition,
  inHand: CaseInHand,
  act: Act,
  { ancestors }: AppellateDispositionFacts,
): Decision<AppellateDispositionEvent> {
  const today = { ...given, decidedOn: chinaDateOf(act.at) };
  const assessed = assessInFamily(today, inHand, ancestors);
  const judgement = judgeDraft(assessed.assessment);
  const drafted = {
    type: 'AppellateDispositionDrafted',
    data: assessed,
    basis: lawOf(assessed.assessment),
  } as const;
  switch (judgement.verdict) {
    case 'refused':
      return refusalOf(...judgement.refusals);
    case 'toProcedure':
      return [drafted, { type: 'AppellateDispositionSentToProcedure', data: { procedures: ALL_PROCEDURES } }];
    case 'allowed':
      return [drafted];
  }
}

const ALL_PROCEDURES = Object.keys(PROCEDURES_BEFORE_SIGNING) as readonly ProcedureBeforeSigning[];

const refusalOf = (
  { code, message, law, field }: RecordedFinding,
  ...others: readonly RecordedFinding[]
): Refusal => new Refusal(code, message, { law, field, also: others.map((other) => refusalOf(other)) });

/** What was signed, served or imported is a fact: always recorded, and flagged by the same rules. */
function record(
  { disposition, status }: { readonly disposition: GivenDisposition; readonly status: DispositionStatus },
  inHand: CaseInHand,
  act: Act,
  { ancestors }: AppellateDispositionFacts,
): Decision<AppellateDispositionEvent> {
  const { decidedOn } = disposition;
  if (act.source !== 'imported') {
    if (decidedOn === null) return refuse('decision-date-required', 'decidedOn');
    if (isFuture(decidedOn, act)) return refuse('decision-date-in-future', 'decidedOn');
  }
  const assessed = assessInFamily(disposition, inHand, ancestors);
  return [
    {
      type: 'AppellateDispositionRecorded',
      data: { ...assessed, status },
      basis: lawOf(assessed.assessment),
      occurredAt: decidedOn,
    },
  ];
}

/** The articles that carry it, each once. */
function lawOf({ findings }: RecordedAssessment): readonly LawArticle[] {
  const articles = findings.flatMap(({ finding, law }) => (finding === 'justified' ? law : []));
  return [...new Map(articles.map((article) => [JSON.stringify(article), article])).values()];
}

const isFuture = (date: CalendarDate, act: Act): boolean => date > chinaDateOf(act.at);
