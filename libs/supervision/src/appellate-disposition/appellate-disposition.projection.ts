import { insertRows, type Projection, type Recorded } from '@liuhen/kernel';
import { caseIdOf } from '../case/case.events';
import { appellateDispositionEvents, type AppellateDispositionEvent } from './appellate-disposition.events';

type AuditEvent = Extract<AppellateDispositionEvent, { type: 'AppellateDispositionRecorded' }>;

/** 发改指审计: every decision that was signed, served or imported, with what the rules say of it. */
export const appellateDispositionAudit: Projection<AuditEvent> = {
  name: 'appellate_disposition_audit',
  version: 1,
  log: 'business',
  events: { AppellateDispositionRecorded: appellateDispositionEvents.AppellateDispositionRecorded },
  tables: ['appellate_dispositions', 'appellate_disposition_grounds'],
  schema: `
    create table appellate_dispositions (
      event_id uuid primary key,
      case_id text not null,
      case_number text,
      rev integer not null,
      leaf text not null,
      court_code text,
      court_name text,
      recorded_by text not null,
      procedure text not null,
      stage text,
      status text not null,
      decided_on date,
      outcomes text[] not null,
      finding text not null,
      findings jsonb not null,
      recorded_at timestamptz not null
    );
    create index on appellate_dispositions (decided_on desc nulls last, event_id desc);
    create table appellate_disposition_grounds (
      event_id uuid not null,
      part integer not null,
      outcome text not null,
      ground text not null,
      printed boolean not null
    );
    create index on appellate_disposition_grounds (ground);
    create index on appellate_disposition_grounds (event_id);
  `,

  async apply(db, page) {
    await insertRows(db, 'appellate_dispositions', page.map(dispositionRow));
    await insertRows(db, 'appellate_disposition_grounds', page.flatMap(groundRows));
  },
};

function dispositionRow({ header, leafHash, data }: Recorded<AuditEvent>) {
  const { disposition, assessment, status } = data;
  return {
    event_id: header.id,
    case_id: caseIdOf(header),
    case_number: header.case,
    rev: header.rev,
    leaf: leafHash,
    court_code: disposition.court.code,
    court_name: disposition.court.name,
    recorded_by: header.court,
    procedure: disposition.procedure,
    stage: disposition.stage,
    status,
    decided_on: disposition.decidedOn,
    outcomes: [...new Set(disposition.parts.map(({ outcome }) => outcome))],
    finding: assessment.finding,
    findings: assessment.findings,
    recorded_at: header.recordedAt,
  };
}

const groundRows = ({ header, data }: Recorded<AuditEvent>) =>
  data.disposition.parts.flatMap(({ outcome, grounds, printedGrounds = [] }, part) => {
    const row = { event_id: header.id, part, outcome };
    return [
      ...grounds.map((ground) => ({ ...row, ground, printed: false })),
      ...printedGrounds.map((ground) => ({ ...row, ground, printed: true })),
    ];
  });
