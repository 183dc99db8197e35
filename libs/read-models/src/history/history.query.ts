import type { Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CasePast, type CaseSubject } from './case-past';
import type { Cut } from './cut';
import type { CaseHistory, HistoryDifference } from './history.views';
import { addedBetween, toldAt, type Comparison } from './past';

/** The history of a case or family, as it was known and as it had happened at given moments. */
export class ReplayHistory extends Query<CaseHistory> {
  constructor(
    readonly subject: CaseSubject,
    readonly cut: Cut,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ReplayHistory)
export class ReplayHistoryHandler implements IQueryHandler<ReplayHistory> {
  constructor(private readonly cases: CasePast) {}

  async execute({ subject, cut, reader }: ReplayHistory): Promise<CaseHistory> {
    const past = await this.cases.seenBy(reader, subject);
    const told = toldAt(past, cut);
    return {
      ...told,
      caseId: subject.caseId,
      cases: [...new Set(told.events.flatMap(({ caseId }) => caseId ?? []))],
      matters: past.matters.filter(({ matter }) => told.events.some((event) => event.matter === matter)),
    };
  }
}

export class CompareMoments extends Query<HistoryDifference> {
  constructor(
    readonly subject: CaseSubject,
    readonly comparison: Comparison,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(CompareMoments)
export class CompareMomentsHandler implements IQueryHandler<CompareMoments> {
  constructor(private readonly cases: CasePast) {}

  async execute({ subject, comparison, reader }: CompareMoments): Promise<HistoryDifference> {
    const past = await this.cases.seenBy(reader, subject);
    return { caseId: subject.caseId, ...comparison, added: addedBetween(past, comparison) };
  }
}
