import type { Projection, Recorded, Sql } from '@liuhen/kernel';
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
    for (const event of page) {
      await insertDisposition(db, event);
      await insertGrounds(db, event);
    }
  },
};

async function insertDisposition(db: Sql, { header, leafHash, data }: Recorded<AuditEvent>): Promise<void> {
  const { disposition, assessment, status } = data;
  await db.query(
    `insert into appellate_dispositions
       (event_id, case_id, case_number, rev, leaf, court_code, court_name, recorded_by, procedure, stage, status,
        decided_on, outcomes, finding, findings, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      header.id,
      caseIdOf(header),
      header.case,
      header.rev,
      leafHash,
      disposition.court.code,
      disposition.court.name,
      header.court,
      disposition.procedure,
      disposition.stage,
      status,
      disposition.decidedOn,
      [...new Set(disposition.parts.map(({ outcome }) => outcome))],
      assessment.finding,
      JSON.stringify(assessment.findings),
      header.recordedAt,
    ],
  );
}

async function insertGrounds(db: Sql, { header, data }: Recorded<AuditEvent>): Promise<void> {
  for (const [part, { outcome, grounds, printedGrounds = [] }] of data.disposition.parts.entries()) {
    await db.query(
      `insert into appellate_disposition_grounds (event_id, part, outcome, ground, printed)
       select $1::uuid, $2::integer, $3::text, ground, false from unnest($4::text[]) as ground
       union all
       select $1::uuid, $2::integer, $3::text, ground, true from unnest($5::text[]) as ground`,
      [header.id, part, outcome, grounds, printedGrounds],
    );
  }
}
