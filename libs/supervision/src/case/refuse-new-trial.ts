import { chinaDateOf, Refusal, type Act } from '@liuhen/kernel';
import type { AppellateDispositionEvent } from '../appellate-disposition/appellate-disposition.events';
import type { Ancestor } from '../case-file/ancestors';
import { lawArticleOf } from '../law/citation';
import { assessNewTrial } from '../law/new-trial';
import type { Procedure } from '../law/vocabulary';
import type { CaseType, LinkKind } from './case-vocabulary';
import type { CaseLink, CaseRegistration, HandlingCourt } from './case.events';

type Ancestors = readonly Ancestor<AppellateDispositionEvent>[];

/** A case sent back or retried must be heard by other judges, in the form that the law of the day asks for. */
export function refuseNewTrial(
  registration: CaseRegistration,
  origins: readonly CaseLink[],
  act: Act,
  ancestors: Ancestors,
): Refusal | undefined {
  const after = origins.flatMap(({ kind }) => AFTER[kind] ?? [])[0];
  const procedure = PROCEDURES[registration.caseType];
  if (after === undefined || procedure === undefined || act.source === 'imported') return undefined;
  const { findings } = assessNewTrial({
    procedure,
    formedOn: chinaDateOf(act.at),
    after,
    panel: known(registration.panel),
    formerPanel: known(judgesBefore(registration, ancestors)),
    soleJudge: registration.soleJudge ?? undefined,
    form: registration.trialForm ?? undefined,
    remandGrounds: groundsOfRemand(origins, ancestors),
  });
  const contrary = findings.find(({ finding }) => finding === 'contrary');
  if (!contrary) return undefined;
  const { code, message, law, field } = contrary;
  return new Refusal(code, message, { law: law.map(lawArticleOf), field });
}

const AFTER: Readonly<Partial<Record<LinkKind, 'remand' | 'retrial'>>> = {
  remand: 'remand',
  retrial: 'retrial',
};

const PROCEDURES: Readonly<Partial<Record<CaseType, Procedure>>> = {
  civil: 'civil',
  criminal: 'criminal',
  administrative: 'administrative',
};

/** An empty panel is one that the record does not tell. */
const known = (panel: readonly string[]): readonly string[] | undefined =>
  panel.length === 0 ? undefined : panel;

/**
 * Who sat on the case in the same court, also those who were replaced; the judges of the upper court are not barred
 * (最高人民法院关于审判人员在诉讼活动中执行回避制度若干问题的规定 第三条).
 */
const judgesBefore = ({ court }: CaseRegistration, ancestors: Ancestors): readonly string[] =>
  ancestors
    .filter(({ events }) => isHeardAt(court, events))
    .flatMap(({ events }) => events)
    .flatMap((event) => (isSeating(event) ? judgesOf(event.data) : []));

type AncestorEvent = Ancestors[number]['events'][number];
type Seating = Extract<AncestorEvent, { type: 'CaseRegistered' | 'PanelFormed' }>;

const isHeardAt = ({ code }: HandlingCourt, events: readonly AncestorEvent[]): boolean =>
  events.some((event) => event.type === 'CaseRegistered' && event.data.court.code === code);

const isSeating = (event: AncestorEvent): event is Seating =>
  event.type === 'CaseRegistered' || event.type === 'PanelFormed';

const judgesOf = ({ panel, soleJudge, handlingJudge }: Seating['data']): readonly string[] =>
  soleJudge === true && handlingJudge !== null ? [handlingJudge] : panel;

const groundsOfRemand = (origins: readonly CaseLink[], ancestors: Ancestors): readonly string[] =>
  ancestors
    .filter(({ caseId }) => origins.some(({ origin }) => origin === caseId))
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'AppellateDispositionRecorded' ? event.data.disposition.parts : []))
    .flatMap(({ grounds }) => grounds);
