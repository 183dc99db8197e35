import { Policies, type Reader } from '@liuhen/access';
import { isCalendarDate } from '@liuhen/kernel';
import { isText, pageOf, ReadDatabase, readCursor } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type {
  AuditedDisposition,
  AuditPage,
  AuditQuery,
  GroundCount,
  GroundCounts,
  PeriodQuery,
} from './appellate-disposition.views';

/** The audited decisions that a reader may see, latest decision first, those of unknown date last. */
export class AuditAppellateDispositions extends Query<AuditPage> {
  constructor(
    readonly query: AuditQuery,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** Where a decision of unknown date stands in the order: after all others. */
const UNDATED = '0001-01-01';

@QueryHandler(AuditAppellateDispositions)
export class AuditAppellateDispositionsHandler implements IQueryHandler<AuditAppellateDispositions> {
  constructor(
    private readonly db: ReadDatabase,
    private readonly policies: Policies,
  ) {}

  async execute({ query, reader }: AuditAppellateDispositions): Promise<AuditPage> {
    const [decidedOn, eventId] = readCursor(query.cursor, [isCalendarDate, isText]) ?? [];
    const { rows } = await this.db.query<AuditedDisposition>(
      `select case_id as "caseId", case_number as "caseNumber",
              jsonb_build_object('code', court_code, 'name', court_name) as court,
              procedure, stage, status, decided_on::text as "decidedOn", outcomes, finding, findings,
              jsonb_build_object('id', event_id, 'rev', rev, 'leaf', leaf) as event
         from read.appellate_dispositions
        where (court_code = any($1) or recorded_by = any($1))
          and ($2::text is null or court_code = $2 or court_name = $2)
          and ($3::date is null or decided_on >= $3)
          and ($4::date is null or decided_on <= $4)
          and ($5::timestamptz is null or recorded_at <= $5)
          and ($6::text is null or $6 = any(outcomes))
          and ($7::text is null or finding = $7)
          and ($8::date is null or (coalesce(decided_on, $10), event_id) < ($8, $9::uuid))
        order by coalesce(decided_on, $10) desc, event_id desc
        limit $11`,
      [
        this.policies.visibleCourts(reader),
        query.court,
        query.from,
        query.to,
        query.asOf,
        query.outcome,
        query.finding,
        decidedOn,
        eventId,
        UNDATED,
        query.limit + 1,
      ],
    );
    return pageOf(rows, query.limit, (row) => [row.decidedOn ?? UNDATED, row.event.id]);
  }
}

/** How often each ground was used, for which outcome. */
export class CountGrounds extends Query<GroundCounts> {
  constructor(
    readonly query: PeriodQuery,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(CountGrounds)
export class CountGroundsHandler implements IQueryHandler<CountGrounds> {
  constructor(
    private readonly db: ReadDatabase,
    private readonly policies: Policies,
  ) {}

  async execute({ query, reader }: CountGrounds): Promise<GroundCounts> {
    const { rows } = await this.db.query<GroundCount>(
      `select ground, printed, outcome, count(*)::int as count
         from read.appellate_disposition_grounds join read.appellate_dispositions using (event_id)
        where (court_code = any($1) or recorded_by = any($1))
          and ($2::text is null or court_code = $2 or court_name = $2)
          and ($3::date is null or decided_on >= $3)
          and ($4::date is null or decided_on <= $4)
          and ($5::timestamptz is null or recorded_at <= $5)
        group by ground, printed, outcome
        order by count desc, ground, outcome`,
      [this.policies.visibleCourts(reader), query.court, query.from, query.to, query.asOf],
    );
    return { items: rows };
  }
}
