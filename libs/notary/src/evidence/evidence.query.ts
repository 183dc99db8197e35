import { Policies, type Reader } from '@liuhen/access';
import { Runtimes } from '@liuhen/platform';
import { SeenStreams, ShowFamily } from '@liuhen/read-models';
import { caseStream, type CaseId } from '@liuhen/supervision';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Ledgers, type LogLedger } from '../reading/ledgers';
import { Snapshot } from '../reading/snapshot';
import { VerifierPolicy } from '../reading/verifier-policy';
import { assemble, type EvidenceCase } from './assemble';
import { cosignedStateOver, onceCovered } from './coverage';

/** What is asked for beside the case. */
export interface EvidenceWishes {
  readonly purpose: string;
  /** The whole family rather than the one case. */
  readonly family: boolean;
  /** Fields with parties' personal data are withheld, though the reader may see them. */
  readonly withholdPersonal: boolean;
}

/** 证据包: the history of a case or family as one file that can be verified without this server. */
export class ExportEvidence extends Query<Uint8Array> {
  constructor(
    readonly caseId: CaseId,
    readonly wishes: EvidenceWishes,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ExportEvidence)
export class ExportEvidenceHandler implements IQueryHandler<ExportEvidence> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly ledgers: Ledgers,
    private readonly snapshot: Snapshot,
    private readonly streams: SeenStreams,
    private readonly verifier: VerifierPolicy,
    private readonly policies: Policies,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `case-not-found`; Problem `evidence-incomplete` */
  async execute({ caseId, wishes, reader }: ExportEvidence): Promise<Uint8Array> {
    const seen = (member: CaseId): Promise<EvidenceCase> => this.#seen(member, wishes, reader);
    const own = (await this.#absent(caseId, reader)) ?? (await seen(caseId));
    const family = await this.#relatives(caseId, reader);
    const [included, named] = wishes.family
      ? [family.seen, family.unseen]
      : [[], [...family.seen, ...family.unseen]];
    const cases = [own, ...(await Promise.all(included.map(seen)))];
    const order = {
      ...{ cases, named, reader, purpose: wishes.purpose },
      exportedAt: this.runtimes.business.clock.now(),
    };
    const ledger = this.ledgers.of('business');
    const sizeNow = (): Promise<number> => sizeOver(ledger, cases);
    return onceCovered(ledger, sizeNow, (size) =>
      this.snapshot.of(async (db) => {
        const present = this.ledgers.of('business', db);
        const state = await cosignedStateOver(present, size, this.verifier.policy);
        return typeof state === 'string' ? state : assemble(present, state, order);
      }),
    );
  }

  /** 没有这个案件: a case that is not in the log, of a court whose cases the reader may see; only they may have that proved. */
  async #absent(caseId: CaseId, reader: Reader): Promise<EvidenceCase | undefined> {
    if (!this.policies.seesCourtOf(caseId, reader)) return undefined;
    const events = await this.runtimes.business.store.readStream(caseStream(caseId), { limit: 1 });
    return events.length === 0 ? { caseId, events, isHidden: () => false, masked: new Map() } : undefined;
  }

  async #seen(caseId: CaseId, wishes: EvidenceWishes, reader: Reader): Promise<EvidenceCase> {
    const withoutPersonal = wishes.withholdPersonal;
    const { events, isHidden, masked } = await this.streams.ofCase(caseId, reader, { withoutPersonal });
    return { caseId, events, isHidden, masked };
  }

  /** The other cases of the dispute: those that the reader may see, and those that only links name. */
  async #relatives(caseId: CaseId, reader: Reader) {
    const { cases, links } = await this.queries.execute(new ShowFamily(caseId, reader));
    const seen = cases.map((member) => member.caseId).filter((member) => member !== caseId);
    const named = new Set(links.flatMap((link) => [link.caseId, link.origin]));
    return { seen, unseen: [...named].filter((member) => member !== caseId && !seen.includes(member)) };
  }
}

/** Leaves that a tree must have to have all of these events. */
async function sizeOver({ numbering }: LogLedger, cases: readonly EvidenceCase[]): Promise<number> {
  const leaves = await numbering.leavesOf(cases.flatMap(({ events }) => events));
  return leaves.reduce<number>((size, leaf) => Math.max(size, (leaf ?? Infinity) + 1), 0);
}
