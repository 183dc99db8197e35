import { Policies, type Reader } from '@liuhen/access';
import { decodeAll, fold, isInstant, type CalendarDate } from '@liuhen/kernel';
import { isText, pageOf, ReadDatabase, readCursor, type Page, type PageQuery } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseType } from './case-vocabulary';
import type { CaseDetails, CaseSummary } from './case.views';
import { caseDecider } from './case.decider';
import { caseEvents, type CaseId } from './case.events';

export interface CaseFilter extends PageQuery {
  readonly court?: string;
  readonly caseType?: CaseType;
  readonly filedFrom?: CalendarDate;
  readonly filedTo?: CalendarDate;
}

/** The cases that a reader may see, last registered first. */
export class ListCases extends Query<Page<CaseSummary>> {
  constructor(
    readonly filter: CaseFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** In SQL what {@link Policies.masksPersonal} says; `$9` are the codes of the reader's own court. */
const IS_MASKED = 'is_protected and cause is not null and coalesce(court_code, recorded_by) <> all($9)';

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(
    private readonly db: ReadDatabase,
    private readonly policies: Policies,
  ) {}

  async execute({ filter, reader }: ListCases): Promise<Page<CaseSummary>> {
    const [registeredAt, caseId] = readCursor(filter.cursor, [isInstant, isText]) ?? [];
    const { rows } = await this.db.query<CaseSummary>(
      `select case_id as "caseId", case_number as "caseNumber",
              jsonb_build_object('code', court_code, 'name', court_name) as court,
              case_type as "caseType", stage, case when ${IS_MASKED} then null else cause end as cause,
              case when ${IS_MASKED} then array['案由'] else '{}' end as masked, filed_on::text as "filedOn", disposition,
              decided_on::text as "decidedOn",
              to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "registeredAt"
         from read.cases
        where (court_code = any($1) or recorded_by = any($1))
          and ($2::text is null or court_code = $2)
          and ($3::text is null or case_type = $3)
          and ($4::date is null or filed_on >= $4)
          and ($5::date is null or filed_on <= $5)
          and ($6::timestamptz is null or (registered_at, case_id) < ($6, $7))
        order by registered_at desc, case_id desc
        limit $8`,
      [
        this.policies.visibleCourts(reader),
        filter.court,
        filter.caseType,
        filter.filedFrom,
        filter.filedTo,
        registeredAt,
        caseId,
        filter.limit + 1,
        this.policies.codesOf(reader.court),
      ],
    );
    return pageOf(rows, filter.limit, (row) => [row.registeredAt, row.caseId]);
  }
}

/** One case as it stands, straight from its stream. */
export class ShowCase extends Query<CaseDetails> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowCase)
export class ShowCaseHandler implements IQueryHandler<ShowCase> {
  constructor(private readonly cases: CaseReading) {}

  async execute({ caseId, reader }: ShowCase): Promise<CaseDetails> {
    const { events, masked } = await this.cases.of(caseId, reader);
    const history = decodeAll(caseEvents, events);
    const state = fold(caseDecider, history);
    if (state.status === 'none') throw new Error(`case ${caseId} is readable but not registered`);
    const { registration, presidingJudge, links } = state;
    const dispositions = history.flatMap(({ type, data }) => (type === 'DispositionRecorded' ? [data] : []));
    return {
      ...{ caseId, ...registration, presidingJudge, links, dispositions },
      masked: [...masked.values()].flatMap(({ titles }) => titles),
      revision: events.length - 1,
    };
  }
}
