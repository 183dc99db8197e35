import { Policies, type Reader } from '@liuhen/access';
import { ReadDatabase } from '@liuhen/platform';
import type { CaseId } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Family, FamilyCase, FamilyLink } from './family.views';

/** All cases of one dispute: those that the links tie to this one, upwards and downwards. */
export class ShowFamily extends Query<Family> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

const MEMBERS = `
  with recursive family(case_id) as (
    select $1
    union
    select case when link.case_id = family.case_id then link.origin else link.case_id end
      from family join read.case_links link on family.case_id in (link.case_id, link.origin)
  )`;

@QueryHandler(ShowFamily)
export class ShowFamilyHandler implements IQueryHandler<ShowFamily> {
  constructor(
    private readonly db: ReadDatabase,
    private readonly policies: Policies,
  ) {}

  async execute({ caseId, reader }: ShowFamily): Promise<Family> {
    const visible = this.policies.visibleCourts(reader);
    const [cases, links] = await Promise.all([this.#cases(caseId, visible), this.#links(caseId, visible)]);
    return { cases, links };
  }

  async #cases(caseId: CaseId, visible: readonly string[]): Promise<readonly FamilyCase[]> {
    const { rows } = await this.db.query<FamilyCase>(
      `${MEMBERS}
       select case_id as "caseId", case_number as "caseNumber",
              jsonb_build_object('code', court_code, 'name', court_name) as court,
              case_type as "caseType", stage, disposition, decided_on::text as "decidedOn"
         from family join read.cases using (case_id)
        where court_code = any($2) or recorded_by = any($2)
        order by registered_at, case_id`,
      [caseId, visible],
    );
    return rows;
  }

  /** Of links to cases that the reader may not see, or that are not here, only the number shows: it is in the link. */
  async #links(caseId: CaseId, visible: readonly string[]): Promise<readonly FamilyLink[]> {
    const { rows } = await this.db.query<FamilyLink>(
      `${MEMBERS}
       select link.case_id as "caseId", link.origin, link.kind
         from family join read.case_links link using (case_id) join read.cases using (case_id)
        where court_code = any($2) or recorded_by = any($2)
        order by link.case_id, link.origin, link.kind`,
      [caseId, visible],
    );
    return rows;
  }
}
