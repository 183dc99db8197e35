import { Directory, type Reader } from '@liuhen/access';
import { clausesInForce, courtAt } from '@liuhen/courts';
import { decodeAll, fold, isRefusal, type LawArticle } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';
import { REDACTION_POLICY, redactionPolicyOf } from '../court-rules/redaction-policy';
import { redactionDecider } from './redaction.decider';
import type { RedactionList } from './redaction.views';

/** What was proposed to be taken away of a case, and what was, straight from its stream. */
export class ListRedactions extends Query<RedactionList> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListRedactions)
export class ListRedactionsHandler implements IQueryHandler<ListRedactions> {
  constructor(
    private readonly cases: CaseReading,
    private readonly directory: Directory,
  ) {}

  /** What concerns the inner file is told to those who may read it. @throws Refusal `case-not-found` */
  async execute({ caseId, reader }: ListRedactions): Promise<RedactionList> {
    const { events: stream, innerFile } = await this.cases.of(caseId, reader);
    const shown = stream.filter(({ header }) => header.secrecy === 'open' || innerFile === 'shown');
    const { tried, proposals } = fold(redactionDecider, decodeAll(redactionDecider.events, shown));
    const legalBases = this.#legalBases(tried?.court.code ?? reader.court);
    return { items: [...proposals.values()], legalBases, revision: stream.length - 1 };
  }

  #legalBases(court: string): readonly LawArticle[] {
    const { courts, policies, today } = this.directory;
    const id = courtAt(courts, court, today)?.id ?? court;
    const rules = redactionPolicyOf(clausesInForce(policies, courts, REDACTION_POLICY, id, today));
    return isRefusal(rules) ? [] : rules.bases.laws;
  }
}
