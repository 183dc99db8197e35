import { Directory, Policies, type Reader } from '@liuhen/access';
import { courtAt, refuseClauses, type AdoptedClause } from '@liuhen/courts';
import type { CalendarDate, Party } from '@liuhen/kernel';
import { ReadDatabase } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policyKinds } from '../court-rules/policy-kinds';
import { REVIEW_POLICY } from '../court-rules/review-policy';
import type { DifferingDocument, DryRunView } from './dry-run.views';
import { refuse } from './policies.refusals';
import { isSame, trialOf, without, type SubmittedDocument, type Trial } from './try-draft';

export interface DryRunOrder {
  readonly clauses: Readonly<Record<string, AdoptedClause>>;
  /** Both inclusive. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 试算: what a draft of the reader's court would have changed in the cases that it sees. */
export class RunDry extends Query<DryRunView> {
  constructor(
    readonly order: DryRunOrder,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** They read the inner file of every case that their court sees. */
const OVERSEEING: ReadonlySet<Party> = new Set(['courtLeaders', 'trialManagement']);
const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;
const PAGE = 2_000;
const MOST_DIFFERING = 200;

@QueryHandler(RunDry)
export class RunDryHandler implements IQueryHandler<RunDry> {
  constructor(
    private readonly db: ReadDatabase,
    private readonly policies: Policies,
    private readonly directory: Directory,
  ) {}

  async execute({ order, reader }: RunDry): Promise<DryRunView> {
    if (!OVERSEEING.has(reader.party)) throw refuse('dry-run-not-permitted');
    requirePeriod(order);
    const refusal = refuseClauses(REVIEW_POLICY, order.clauses, policyKinds);
    if (refusal) throw refusal;
    const { courts, policies, today } = this.directory;
    const court = courtAt(courts, reader.court, today)?.id ?? reader.court;
    const trial = trialOf({ court, clauses: order.clauses }, courts, policies);
    let tally = EMPTY;
    for await (const page of this.#submissions(order, reader)) tally = page.reduce(counted(trial), tally);
    return tally;
  }

  /** In order of submission, page by page: a province's year does not fit into memory at once. */
  async *#submissions({ from, to }: DryRunOrder, reader: Reader): AsyncGenerator<readonly SubmittedRow[]> {
    const visible = this.policies.visibleCourts(reader);
    let last: SubmittedRow | undefined;
    do {
      const { rows } = await this.db.query<SubmittedRow>(SUBMISSIONS, [
        visible,
        from,
        to,
        last?.submittedOn,
        last?.eventId,
        PAGE,
      ]);
      yield rows;
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    } while (last);
  }
}

type SubmittedRow = SubmittedDocument &
  Pick<DifferingDocument, 'caseId' | 'caseNumber' | 'review'> & { readonly eventId: string };

const SUBMISSIONS = `
  select event_id as "eventId", case_id as "caseId", case_number as "caseNumber", review, court_code as court,
         submitted_on::text as "submittedOn", kind, features, stage, handler_kinds as "handlerKinds", clauses
    from read.submitted_documents
   where court_code = any($1) and submitted_on between $2 and $3
     and ($4::date is null or (submitted_on, event_id) > ($4, $5::uuid))
   order by submitted_on, event_id
   limit $6`;

type Tally = Pick<DryRunView, keyof DryRunView>;

const EMPTY: Tally = { submissions: 0, same: 0, added: 0, dropped: 0, notComparable: 0, differing: [] };

const counted =
  (trial: Trial) =>
  (tally: Tally, row: SubmittedRow): Tally => {
    const submissions = tally.submissions + 1;
    const comparison = trial(row);
    if (!comparison) return { ...tally, submissions, notComparable: tally.notComparable + 1 };
    if (isSame(comparison)) return { ...tally, submissions, same: tally.same + 1 };
    const { required, drafted } = comparison;
    const { caseId, caseNumber, review, court, submittedOn } = row;
    const document = { caseId, caseNumber, review, court, submittedOn, required, drafted };
    return {
      ...tally,
      submissions,
      added: tally.added + (without(drafted, required).length > 0 ? 1 : 0),
      dropped: tally.dropped + (without(required, drafted).length > 0 ? 1 : 0),
      differing: tally.differing.length < MOST_DIFFERING ? [...tally.differing, document] : tally.differing,
    };
  };

function requirePeriod({ from, to }: DryRunOrder): void {
  if (to < from) throw refuse('dry-run-period-reversed', 'to');
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= LONGEST_DAYS)
    throw refuse('dry-run-period-too-long', 'to');
}
