import type { Reader } from '@liuhen/access';
import type { StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { SeenStreams, ShowFamily, type SeenStream } from '@liuhen/read-models';
import { caseStream, type CaseId } from '@liuhen/supervision';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Ledgers } from '../reading/ledgers';
import { Snapshot } from '../reading/snapshot';
import { VerifierPolicy } from '../reading/verifier-policy';
import { assemble } from './assemble';
import { untilCovered } from './coverage';

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

/** A case's stream as far as the reader may see it. */
export interface SeenCase extends Pick<SeenStream, 'events' | 'isHidden'> {
  readonly caseId: CaseId;
}

@QueryHandler(ExportEvidence)
export class ExportEvidenceHandler implements IQueryHandler<ExportEvidence> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly ledgers: Ledgers,
    private readonly snapshot: Snapshot,
    private readonly streams: SeenStreams,
    private readonly policy: VerifierPolicy,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `case-not-found`; Problem `evidence-incomplete` */
  async execute({ caseId, wishes, reader }: ExportEvidence): Promise<Uint8Array> {
    const own = await this.#seen(caseId, reader);
    const { included, others } = await this.#family(caseId, wishes.family, reader);
    const cases = [own, ...(await Promise.all(included.map((member) => this.#seen(member, reader))))];
    const ledger = this.ledgers.of('business');
    await untilCovered(ledger, await sizeOver(cases, ledger), this.policy.policy);
    const exportedAt = this.runtimes.business.clock.now();
    return this.snapshot.of((db) =>
      assemble(this.ledgers.of('business', db), { cases, others, wishes, reader, exportedAt }),
    );
  }
}
