import type { Reader } from '@liuhen/access';
import { decodeAll, fold, type DutyTerms } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';
import { adjudicationCommitteeDecider } from './adjudication-committee.decider';
import {
  adjudicationCommitteeEvents,
  type AdjudicationCommitteeEvent,
  type ConvenedCommittee,
  type DecidedMatter,
  type DecidedReferral,
} from './adjudication-committee.events';
import type {
  AwaitedReferralView,
  CommitteeList,
  DecisionView,
  MatterView,
  ReferralDecisionView,
  SittingView,
} from './adjudication-committee.views';
import type { AwaitedReferral, CommitteeState, Matter } from './matters';

/** What of a case went to the committee, straight from its stream. */
export class ListCommitteeMatters extends Query<CommitteeList> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListCommitteeMatters)
export class ListCommitteeMattersHandler implements IQueryHandler<ListCommitteeMatters> {
  constructor(private readonly cases: CaseReading) {}

  /** @throws Refusal `case-not-found`; `inner-file-not-permitted` for whom the inner file is closed */
  async execute({ caseId, reader }: ListCommitteeMatters): Promise<CommitteeList> {
    const { events: stream } = await this.cases.ofInnerFile(caseId, reader);
    const state = fold(adjudicationCommitteeDecider, decodeAll(adjudicationCommitteeDecider.events, stream));
    const events = decodeAll(adjudicationCommitteeEvents, stream);
    return { ...listed(state, events), revision: stream.length - 1 };
  }
}

type Events = readonly AdjudicationCommitteeEvent[];

function listed(state: CommitteeState, events: Events): Omit<CommitteeList, 'revision'> {
  if (state.status === 'none') return { awaited: [], referrals: [], matters: [] };
  return {
    awaited: [...state.awaited.values()].map(awaitedOf),
    referrals: events.flatMap((event) =>
      event.type === 'CommitteeReferralDecided' ? [referralOf(event.data)] : [],
    ),
    matters: [...state.matters.values()].map((matter) => matterOf(matter, events)),
  };
}

const awaitedOf = ({
  charge,
  review,
  application,
  reconsiders,
  mandatory,
}: AwaitedReferral): AwaitedReferralView => ({
  review,
  application,
  reconsiders,
  mandatory,
  owed: owedOf(charge),
});

const owedOf = ({ duty, due, holder: { post, person } }: DutyTerms) => ({ duty, post, person, due });

const referralOf = ({
  review,
  application,
  decision,
  reasons,
  law,
  committee,
}: DecidedReferral): ReferralDecisionView => ({ review, application, decision, reasons, law, committee });

const matterOf = ({ id, review, duty, conforming }: Matter, events: Events): MatterView => ({
  committee: id,
  review,
  duty,
  conforming,
  sittings: events.flatMap((event) =>
    event.type === 'CommitteeConvened' && event.data.committee === id ? [sittingOf(event.data)] : [],
  ),
  decisions: events.flatMap((event) =>
    event.type === 'CommitteeDecided' && event.data.committee === id ? [decisionOf(event.data)] : [],
  ),
});

const sittingOf = ({ committee: _committee, review: _review, ...sitting }: ConvenedCommittee): SittingView =>
  sitting;

const decisionOf = ({
  decision,
  resolution,
  reasons,
  reconsidered,
  votes,
  speeches,
  minutes,
}: DecidedMatter): DecisionView => ({
  decision,
  resolution,
  reasons,
  reconsidered,
  votes,
  speeches,
  minutes,
});
