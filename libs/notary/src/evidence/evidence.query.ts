import { Policies, SecondFactor, type Reader } from '@liuhen/access';
import type { LogName, StoredEvent } from '@liuhen/kernel';
import type { BundleSigners } from '@liuhen/ledger';
import { Runtimes, type FileContent } from '@liuhen/platform';
import { SeenStreams, ShowFamily } from '@liuhen/read-models';
import { caseStream, type CaseId } from '@liuhen/supervision';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Ledgers, type LogLedger } from '../reading/ledgers';
import { Snapshot } from '../reading/snapshot';
import { VerifierPolicy } from '../reading/verifier-policy';
import { assemble, type EvidenceCase } from './assemble';
import { cosignedStateOver, onceCovered } from './coverage';
import type { CoveringState } from './covering-state';
import { keyEventsOf, provenSigners, signersIn } from './signers';

/** What is asked for beside the case. */
export interface EvidenceWishes {
  readonly purpose: string;
  /** The whole family rather than the one case. */
  readonly family: boolean;
  /** Fields with parties' personal data are withheld, though the reader may see them. */
  readonly withholdPersonal: boolean;
}

/** A bundle, and what the record of its export says of it. */
export interface ExportedEvidence {
  readonly bundle: Uint8Array;
  readonly content: FileContent;
}

/** 证据包: the history of a case or family as one file that can be verified without this server. */
export class ExportEvidence extends Query<ExportedEvidence> {
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
    private readonly secondFactor: SecondFactor,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `case-not-found`; Problem `evidence-incomplete`, `second-factor-required` for who may see the inner file */
  async execute({ caseId, wishes, reader }: ExportEvidence): Promise<ExportedEvidence> {
    const seen = (member: CaseId): Promise<EvidenceCase> => this.#seen(member, wishes, reader);
    const own = (await this.#absent(caseId, reader)) ?? (await seen(caseId));
    const family = await this.#relatives(caseId, reader);
    const [included, named] = wishes.family
      ? [family.seen, family.unseen]
      : [[], [...family.seen, ...family.unseen]];
    const cases = [own, ...(await Promise.all(included.map(seen)))];
    const order = {
      ...{ cases, named, reader, purpose: wishes.purpose, signers: await this.#signers(cases) },
      exportedAt: this.runtimes.business.clock.now(),
    };
    const events = cases.flatMap((one) => one.events);
    const bundle = await this.#covered('business', events, (ledger, state) => assemble(ledger, state, order));
    return { bundle, content: contentOf(cases) };
  }

  /** 签名人: the keys of those who signed what the reader sees. */
  async #signers(cases: readonly EvidenceCase[]): Promise<BundleSigners | null> {
    const persons = signersIn(cases);
    if (persons.size === 0) return null;
    const events = await keyEventsOf(this.ledgers.of('administration'), persons);
    return this.#covered('administration', events, (ledger, state) => provenSigners(ledger, state, persons));
  }

  /** What is made from one state of a log's ledger that covers these events. @throws Problem `evidence-incomplete` */
  #covered<Result extends object>(
    log: LogName,
    events: readonly StoredEvent[],
    make: (ledger: LogLedger, state: CoveringState) => Promise<Result>,
  ): Promise<Result> {
    const ledger = this.ledgers.of(log);
    return onceCovered(
      ledger,
      () => sizeOver(ledger, events),
      (size) =>
        this.snapshot.of(async (db) => {
          const present = this.ledgers.of(log, db);
          const state = await cosignedStateOver(present, size, this.verifier.policy);
          return typeof state === 'string' ? state : make(present, state);
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
    const { events, isHidden, isLocked, masked } = await this.streams.ofCase(caseId, reader, {
      withoutPersonal,
    });
    if (isLocked) this.secondFactor.require(reader);
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

const contentOf = (cases: readonly EvidenceCase[]): FileContent => ({
  cases: cases.map(({ caseId }) => caseId),
  results: cases.reduce((sum, { events }) => sum + events.length, 0),
  masked: [
    ...new Set(cases.flatMap(({ masked }) => [...masked.values()].flatMap(({ titles }) => titles))),
  ].sort(),
});

/** Leaves that a tree must have to have all of these events. */
async function sizeOver({ numbering }: LogLedger, events: readonly StoredEvent[]): Promise<number> {
  const leaves = await numbering.leavesOf(events);
  return leaves.reduce<number>((size, leaf) => Math.max(size, (leaf ?? Infinity) + 1), 0);
}
