import { Directory, type Reader } from '@liuhen/access';
import {
  clausesInForce,
  courtAt,
  namedByVersion,
  policyEvents,
  policyStream,
  policyVersionNamed,
  policyVersionsOf,
  withPolicyEvent,
  emptyPolicyBook,
  type Court,
} from '@liuhen/courts';
import { decodeAll, type CalendarDate } from '@liuhen/kernel';
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
    const history = decodeAll(policyEvents, await this.runtimes.administration.store.readStream(stream));
    const found = policyVersionNamed(history.reduce(withPolicyEvent, emptyPolicyBook), version);
    const adoption = history.find(({ type, data }) => type === 'PolicyAdopted' && data.version === version);
    if (!found || !adoption) throw refuse('policy-version-not-found');
    const { person, post } = adoption.header.actor;
    return {
      ...found,
      court: courtView(this.directory, found.court),
      clauses: Object.entries(found.clauses).map(([clause, adopted]) => ({ clause, ...adopted })),
      adopted: { person, name: this.directory.personName(person), post, at: adoption.header.recordedAt },
      revision: history.length - 1,
    };
  }
}

const viewOf = ({ code, name }: Court): CourtView => ({ code, name });

/** As it is called today. */
function courtView(directory: Directory, courtId: string): CourtView {
  const code = directory.codeOf(courtId) ?? courtId;
  return { code, name: directory.courtName(code) };
}
