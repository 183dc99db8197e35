import { Directory, Policies, type Reader } from '@liuhen/access';
import { clausesInForce, courtAt } from '@liuhen/courts';
import { decodeAll, fold, isRefusal, type LawArticle } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { mayReadInnerFile, readableCase } from '../case-file/readable-case';
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
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly directory: Directory,
  ) {}

  /** What concerns the inner file is told to those who may read it. @throws Refusal `case-not-found` */
  async execute({ caseId, reader }: ListRedactions): Promise<RedactionList> {
    const stream = await readableCase(this.runtimes.business.store, this.policies, caseId, reader);
    const isInnerShown = mayReadInnerFile(this.policies, stream, reader);
    const shown = stream.filter(({ header }) => header.secrecy === 'open' || isInnerShown);
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
