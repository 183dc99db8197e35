import { parseCaseNumber } from '@liuhen/courts';
import { namedCase } from '../case-file/case-param';
import { unnumberedCase, type CaseReference } from '../case-file/case-id';
import type { FormPanelBody, LinkBody, RecordDispositionBody, RegisterCaseBody } from './case.bodies';
import type { CaseCommand } from './case.decider';
import type { CaseLink, CaseRegistration, HandlingCourt } from './case.events';
import { refuse } from './case.refusals';

/** The case that a registration names: by its number, or an import's by its place in the source. @throws Refusal */
export function registeredCase({ caseNumber, unnumbered }: RegisterCaseBody): CaseReference {
  if ((caseNumber === undefined) === (unnumbered === undefined))
    throw refuse('number-or-source', 'caseNumber');
  return unnumbered
    ? unnumberedCase(unnumbered.source, unnumbered.ordinal)
    : namedCase(caseNumber ?? '', 'caseNumber');
}

export function registerCase(body: RegisterCaseBody, { caseNumber }: CaseReference): CaseCommand {
  const registration: CaseRegistration = {
    caseNumber,
    printedNumber: body.printedNumber ?? null,
    court: handlingCourt(body, caseNumber),
    caseType: body.caseType,
    stage: body.stage,
    cause: body.cause ?? null,
    filedOn: body.filedOn ?? null,
    handlingJudge: body.handlingJudge ?? null,
    panel: body.panel,
    soleJudge: body.soleJudge ?? null,
    trialForm: body.trialForm ?? null,
    publishedAt: body.publishedAt ?? null,
  };
  return { type: 'RegisterCase', data: { registration, origins: body.origins.map(caseLink) } };
}

export const linkCase = (body: LinkBody): CaseCommand => ({ type: 'LinkCase', data: caseLink(body) });

export const formPanel = (body: FormPanelBody): CaseCommand => ({
  type: 'FormPanel',
  data: {
    formation: {
      panel: body.panel,
      handlingJudge: body.handlingJudge,
      soleJudge: body.soleJudge,
      presidingJudge: body.presidingJudge ?? null,
      reason: body.reason ?? null,
    },
    formedOn: body.formedOn ?? null,
  },
});

export const recordDisposition = (body: RecordDispositionBody): CaseCommand => ({
  type: 'RecordDisposition',
  data: {
    disposition: body.disposition,
    printed: body.printed ?? null,
    document: body.document ?? null,
    decidedOn: body.decidedOn ?? null,
    articles: body.articles,
  },
});

const caseLink = ({ origin, kind }: LinkBody): CaseLink => ({
  origin: namedCase(origin, 'origin').caseId,
  kind,
});

/** A number since 2016 carries its court's code; that code stands, whatever the body says. */
function handlingCourt({ court }: RegisterCaseBody, caseNumber: string | null): HandlingCourt {
  const parsed = parseCaseNumber(caseNumber ?? '');
  const code = parsed.ok && 'code' in parsed.caseNumber.court ? parsed.caseNumber.court.code : court?.code;
  return { code: code ?? null, name: court?.name ?? null };
}
