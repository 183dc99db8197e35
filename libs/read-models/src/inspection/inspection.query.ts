import { Directory, Policies, type Reader } from '@liuhen/access';
import { chinaCalendar, clausesInForce, daysAfter, daysBefore, refusePower } from '@liuhen/courts';
import { isRefusal, startOfChinaDay, type CalendarDate } from '@liuhen/kernel';
import { ReadDatabase } from '@liuhen/platform';
import { PATTERN_POLICY, patternPolicyOf, type PatternPolicy } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { instantSql } from '../instant-sql';
import { patternsPower, refuse } from './inspection.power';
import type { InspectionPatterns } from './inspection.views';
import { patternsIn, type PersonAct } from './patterns';

export interface PatternFilter {
  /** Code; the reader's own unless said. */
  readonly court?: string;
  readonly person?: string;
  /** The last thirty days unless said. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** 督察筛查: by person, across all cases of a court. */
export class ShowPatterns extends Query<InspectionPatterns> {
  constructor(
    readonly filter: PatternFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

const PRESET_DAYS = 30;
/** More acts than anybody looks through. */
const MOST_ACTS = 50_000;

/** What was done in a court ($1) from $2 to before $3, by $4 where somebody is named; what is inner only where $5. */
const ACTS = `
  select a.event, a.case_id as "caseId", a.type, a.person, a.post, a.court, a.source, a.occurred_at as "occurredAt",
         ${instantSql('a.recorded_at')} as "recordedAt"
    from read.person_acts a
   where a.court = any($1) and a.recorded_at >= $2 and a.recorded_at < $3
     and ($4::text is null or a.person = $4) and ($5 or a.secrecy = 'open')
   order by a.recorded_at limit $6`;

@QueryHandler(ShowPatterns)
export class ShowPatternsHandler implements IQueryHandler<ShowPatterns> {
  constructor(
    private readonly directory: Directory,
    private readonly policies: Policies,
    private readonly db: ReadDatabase,
  ) {}

  /** @throws Refusal `act-not-permitted`, `court-not-found`, `policy-missing`, `pattern-window-too-long` */
  async execute({ filter, reader }: ShowPatterns): Promise<InspectionPatterns> {
    const refusal = refusePower(patternsPower, reader.kind);
    if (refusal) throw refusal;
    const { court = reader.court, person, to = this.directory.today } = filter;
    const { from = daysBefore(to, PRESET_DAYS) } = filter;
    if (!this.policies.seesCourt(reader.court, court)) throw refuse('court-not-found', 'court');
    const rules = this.#rulesOf(court);
    const { rows } = await this.db.query<PersonAct>(ACTS, [
      ...[this.policies.codesOf(court), startOfChinaDay(from), startOfChinaDay(daysAfter(to, 1))],
      ...[person, this.#seesInnerFiles(reader, court), MOST_ACTS + 1],
    ]);
    if (rows.length > MOST_ACTS) throw refuse('pattern-window-too-long', 'from');
    const items = patternsIn(rows, rules, chinaCalendar).map((one) => ({
      ...one,
      personName: this.directory.personName(one.person),
    }));
    return { items, basis: Object.values(rules).map(({ basis }) => basis) };
  }

  #rulesOf(code: string): PatternPolicy {
    const { courts, policies, today } = this.directory;
    const court = this.directory.courtCalled(code)?.id ?? code;
    const rules = patternPolicyOf(clausesInForce(policies, courts, PATTERN_POLICY, court, today));
    if (isRefusal(rules)) throw rules;
    return rules;
  }

  /** 副卷: inspectors read those of the courts beneath, not of their own. */
  #seesInnerFiles(reader: Reader, court: string): boolean {
    const file = { handlingCourt: court, recordedByCourt: court, judges: [], isProtected: false };
    return this.policies.mayReadInnerFile(file, reader);
  }
}
