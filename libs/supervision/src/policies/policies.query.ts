import { Directory, proposalView, type Reader } from '@liuhen/access';
import {
  clausesInForce,
  courtAt,
  emptyPolicyBook,
  emptyProposalBook,
  namedByVersion,
  policyEvents,
  policyStream,
  policyVersionNamed,
  policyVersionsOf,
  proposalEvents,
  withPolicyEvent,
  withProposalEvent,
  type Court,
  type DatedPolicyVersion,
} from '@liuhen/courts';
import { decodeAll, type CalendarDate, type Message } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CourtView } from '../case-file/court.views';
import { policyKinds } from '../court-rules/policy-kinds';
import { refuse } from './policies.refusals';
import type {
  ClauseInForceView,
  PoliciesInForceView,
  PolicyInForceView,
  PolicyVersionView,
} from './policies.views';

export interface PolicyFilter {
  /** Code of the court; the reader's own unless said. */
  readonly court?: string;
  readonly policy?: string;
  /** Today unless said. */
  readonly on?: CalendarDate;
}

/** The rules that bind a court on a day. Rules are no secret: whoever works here may read them. */
export class ShowPoliciesInForce extends Query<PoliciesInForceView> {
  constructor(
    readonly filter: PolicyFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowPoliciesInForce)
export class ShowPoliciesInForceHandler implements IQueryHandler<ShowPoliciesInForce> {
  constructor(private readonly directory: Directory) {}

  execute({ filter, reader }: ShowPoliciesInForce): Promise<PoliciesInForceView> {
    const on = filter.on ?? this.directory.today;
    const court = courtAt(this.directory.courts, filter.court ?? reader.court, on);
    if (!court) return Promise.reject(refuse('policy-court-unknown', 'court'));
    const kinds = policyKinds.filter(({ policy }) => filter.policy === undefined || policy === filter.policy);
    return Promise.resolve({
      court: viewOf(court),
      on,
      policies: kinds.map(({ policy, title }) => this.#inForce(policy, title, court, on)),
    });
  }

  #inForce(policy: string, title: string, court: Court, on: CalendarDate): PolicyInForceView {
    const { courts, policies } = this.directory;
    const clauses = [...clausesInForce(policies, courts, policy, court.id, on).values()];
    const versions = policyVersionsOf(policies, policy, court.id);
    return {
      policy,
      title,
      clauses: clauses.flatMap(({ basis }) => this.#clause(basis.policy, basis.clause) ?? []),
      versions: versions.map(({ version, title: name, from, ends }) => ({
        version,
        title: name,
        from,
        ends,
      })),
    };
  }

  #clause(version: string, clause: string): ClauseInForceView | undefined {
    const found = policyVersionNamed(this.directory.policies, version);
    const adopted = found?.clauses[clause];
    if (!found || !adopted) return undefined;
    const { court, from, source } = found;
    return {
      clause,
      ...adopted,
      version,
      court: courtView(this.directory, court),
      from,
      confirmed: source.confirmed,
    };
  }
}

/** One version of a rule, straight from its stream. */
export class ShowPolicyVersion extends Query<PolicyVersionView> {
  constructor(readonly version: string) {
    super();
  }
}

@QueryHandler(ShowPolicyVersion)
export class ShowPolicyVersionHandler implements IQueryHandler<ShowPolicyVersion> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
  ) {}

  async execute({ version }: ShowPolicyVersion): Promise<PolicyVersionView> {
    const named = namedByVersion(version);
    if (!named) throw refuse('policy-version-not-found');
    const stream = policyStream(named.court, named.policy);
    const stored = await this.runtimes.administration.store.readStream(stream);
    const history = decodeAll(policyEvents, stored);
    const book = history.reduce(withPolicyEvent, emptyPolicyBook);
    const found = policyVersionNamed(book, version);
    const adoption = history.find(({ type, data }) => type === 'PolicyAdopted' && data.version === version);
    if (!found || !adoption) throw refuse('policy-version-not-found');
    const { person, post } = adoption.header.actor;
    const proposal = decodeAll(proposalEvents, stored)
      .reduce(withProposalEvent, emptyProposalBook)
      .get(stream)
      ?.find(({ change, closed }) => closed?.as === 'enacted' && adopts(change, version));
    return {
      ...found,
      court: courtView(this.directory, found.court),
      clauses: Object.entries(found.clauses).map(([clause, adopted]) => ({ clause, ...adopted })),
      adopted: { person, name: this.directory.personName(person), post, at: adoption.header.recordedAt },
      ...supersession(found, policyVersionsOf(book, named.policy, named.court)),
      proposal: proposal ? proposalView(stream, proposal, this.directory) : null,
      revision: stored.length - 1,
    };
  }
}

const viewOf = ({ code, name }: Court): CourtView => ({ code, name });

const adopts = ({ type, data }: Message, version: string): boolean =>
  type === 'AdoptPolicy' && 'version' in data && data.version === version;

/** 更替: whose place the version took, and which took its; those that never took effect took nobody's. */
function supersession(
  { from }: DatedPolicyVersion,
  versions: readonly DatedPolicyVersion[],
): Pick<PolicyVersionView, 'supersedes' | 'supersededBy'> {
  const effective = versions.filter((one) => one.ends === null || one.ends > one.from);
  return {
    supersedes: effective.findLast((one) => one.from < from)?.version ?? null,
    supersededBy: effective.find((one) => one.from > from)?.version ?? null,
  };
}

/** As it is called today. */
function courtView(directory: Directory, courtId: string): CourtView {
  const code = directory.codeOf(courtId) ?? courtId;
  return { code, name: directory.courtName(code) };
}
