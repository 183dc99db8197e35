import type { Reader } from '@liuhen/access';
import { refusePower } from '@liuhen/courts';
import { decodeAll, fold } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';
import { evidenceHoldDecider } from './evidence-hold.decider';
import { evidenceHoldPowers } from './evidence-hold.powers';
import type { EvidenceHoldList } from './evidence-hold.views';

/** For those who may place them: nobody else learns that there is one. */
export class ListEvidenceHolds extends Query<EvidenceHoldList> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListEvidenceHolds)
export class ListEvidenceHoldsHandler implements IQueryHandler<ListEvidenceHolds> {
  constructor(private readonly cases: CaseReading) {}

  /** @throws Refusal `case-not-found`, `act-not-permitted` */
  async execute({ caseId, reader }: ListEvidenceHolds): Promise<EvidenceHoldList> {
    const { events } = await this.cases.of(caseId, reader);
    const refusal = refusePower(evidenceHoldPowers.HoldEvidence, reader.kind);
    if (refusal) throw refusal;
    const { holds } = fold(evidenceHoldDecider, decodeAll(evidenceHoldDecider.events, events));
    return { items: [...holds.values()] };
  }
}
