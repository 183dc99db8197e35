import type { Projection, Recorded, Sql } from '@liuhen/kernel';
import { caseEvents, caseIdOf, type CaseEvent, type CaseId } from './case.events';

/** The register of cases and the links that make families of them. */
export const caseRegister: Projection<CaseEvent> = {
  name: 'case_register',
  version: 1,
  log: 'business',
  events: caseEvents,
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
      decided_on date
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
    for (const event of page) await applyEvent(db, caseIdOf(event.header), event);
  },
};

async function applyEvent(db: Sql, caseId: CaseId, event: Recorded<CaseEvent>): Promise<void> {
  const { header } = event;
  switch (event.type) {
    case 'CaseRegistered': {
      const { caseNumber, court, caseType, stage, cause, filedOn, handlingJudge } = event.data;
      await db.query(
        `insert into cases (case_id, case_number, court_code, court_name, recorded_by, case_type, stage, cause,
                            filed_on, handling_judge, registered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          caseId,
          caseNumber,
          court.code,
          court.name,
          header.court,
          caseType,
          stage,
          cause,
          filedOn,
          handlingJudge,
          header.recordedAt,
        ],
      );
      return;
    }
    case 'CaseLinked':
      await db.query(`insert into case_links (case_id, origin, kind) values ($1, $2, $3)`, [
        caseId,
        event.data.origin,
        event.data.kind,
      ]);
      return;
    case 'DispositionRecorded':
      await db.query(`update cases set disposition = $2, decided_on = $3 where case_id = $1`, [
        caseId,
        event.data.disposition,
        event.data.decidedOn,
      ]);
  }
}
