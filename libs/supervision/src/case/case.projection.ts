import { insertRows, updateRows, type Projection, type Recorded } from '@liuhen/kernel';
import { caseProtectionEvents, type CaseProtectionEvent } from '../case-protection/case-protection.events';
import { redactionEvents, type PayloadRedacted } from '../redaction/redaction.events';
import { caseEvents, caseIdOf, type CaseEvent } from './case.events';

/** The register of cases and the links that make families of them. */
export const caseRegister: Projection<Read> = {
  name: 'case_register',
  version: 3,
  log: 'business',
  events: { ...caseEvents, ...caseProtectionEvents, PayloadRedacted: redactionEvents.PayloadRedacted },
  tables: ['cases', 'case_links'],
  schema: `
    create table cases (
      case_id text primary key,
      case_number text,
      court_code text,
      court_name text,
      recorded_by text not null,
      case_type text not null,
      stage text not null,
      cause text,
      filed_on date,
      handling_judge text,
      registered_at timestamptz not null,
      disposition text,
      decided_on date,
      is_protected boolean not null default false
    );
    create index on cases (court_code, registered_at, case_id);
    create index on cases (registered_at, case_id);
    create table case_links (
      case_id text not null,
      origin text not null,
      kind text not null,
      primary key (case_id, origin, kind)
    );
    create index on case_links (origin);
  `,

  async apply(db, page) {
    await insertRows(db, 'cases', page.filter((event) => event.type === 'CaseRegistered').map(caseRow));
    await insertRows(db, 'case_links', page.filter((event) => event.type === 'CaseLinked').map(linkRow));
    const formations = page.filter((event) => event.type === 'PanelFormed');
    await updateRows(db, 'cases', 'case_id', formations.map(formationChange));
    const dispositions = page.filter((event) => event.type === 'DispositionRecorded');
    await updateRows(db, 'cases', 'case_id', dispositions.map(dispositionChange));
    const protections = page.filter(isOfProtection);
    await updateRows(db, 'cases', 'case_id', protections.map(protectionChange));
    const redactions = page.filter((event) => event.type === 'PayloadRedacted').filter(isOfCause);
    await updateRows(db, 'cases', 'case_id', redactions.map(redactionChange));
  },
};

type Read = CaseEvent | CaseProtectionEvent | PayloadRedacted;
type Of<Type extends Read['type']> = Recorded<Extract<Read, { type: Type }>>;

const caseRow = ({ header, data }: Of<'CaseRegistered'>) => ({
  case_id: caseIdOf(header),
  case_number: data.caseNumber,
  court_code: data.court.code,
  court_name: data.court.name,
  recorded_by: header.court,
  case_type: data.caseType,
  stage: data.stage,
  cause: data.cause,
  filed_on: data.filedOn,
  handling_judge: data.handlingJudge,
  registered_at: header.recordedAt,
});

const linkRow = ({ header, data }: Of<'CaseLinked'>) => ({
  case_id: caseIdOf(header),
  origin: data.origin,
  kind: data.kind,
});

const formationChange = ({ header, data }: Of<'PanelFormed'>) => ({
  case_id: caseIdOf(header),
  handling_judge: data.handlingJudge,
});

const dispositionChange = ({ header, data }: Of<'DispositionRecorded'>) => ({
  case_id: caseIdOf(header),
  disposition: data.disposition,
  decided_on: data.decidedOn,
});

const isOfProtection = (event: Recorded<Read>): event is Recorded<CaseProtectionEvent> =>
  Object.hasOwn(caseProtectionEvents, event.type);

const protectionChange = ({ header, type }: Recorded<CaseProtectionEvent>) => ({
  case_id: caseIdOf(header),
  is_protected: type === 'CaseProtected',
});

const isOfCause = ({ data }: Of<'PayloadRedacted'>): boolean =>
  data.eventType === 'CaseRegistered' && data.fields.includes('cause');

const redactionChange = ({ header }: Of<'PayloadRedacted'>) => ({ case_id: caseIdOf(header), cause: null });
