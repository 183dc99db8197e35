import { Directory, Policies, type Reader } from '@liuhen/access';
import type { StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { acts, caseIdOf, mayReadInnerFile, readableCase, type CaseId } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ShowFamily } from '../family/family.query';
import type { HistoryEvent } from './history.views';
import { tellerOf, type TellEvent } from './line';
import { inOrderOfHappening } from './timeline';
import { isWithheld, withheldView, withoutTime } from './withheld';

/** What a question about the past is asked of. */
export interface Subject {
  readonly caseId: CaseId;
  /** The whole family rather than the one case. */
  readonly family: boolean;
}

/** What a reader may know of a subject. */
export interface SeenPast {
  /** One a case. */
  readonly streams: readonly (readonly StoredEvent[])[];
  /** Events of these streams, in order of happening. */
  readonly told: (events: readonly StoredEvent[]) => readonly HistoryEvent[];
}

/** Reads cases from their streams, as far as a reader may, and tells them line by line. */
@Injectable()
export class Replay {
  readonly #tell: TellEvent;

  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly queries: QueryBus,
    directory: Directory,
  ) {
    this.#tell = tellerOf(acts, directory);
  }

  /** Of the case, or of the whole family as far as the reader may see it. @throws Refusal */
  async seenBy(reader: Reader, subject: Subject): Promise<SeenPast> {
    const streams = await this.#streams(subject, reader);
    const open = streams.filter((stream) => mayReadInnerFile(this.policies, stream, reader));
    const withInnerFile = new Set(open.flatMap(([first]) => first?.header.stream ?? []));
    const isHidden = ({ header }: StoredEvent): boolean =>
      isWithheld(header, withInnerFile.has(header.stream));
    return {
      streams: streams.map((stream) => stream.map((event) => (isHidden(event) ? withoutTime(event) : event))),
      told: (events) =>
        this.#inOrder(events).map((event) => (isHidden(event) ? withheldView(event) : this.#view(event))),
    };
  }

  async #streams({ caseId, family }: Subject, reader: Reader): Promise<readonly (readonly StoredEvent[])[]> {
    const { store } = this.runtimes.business;
    const own = await readableCase(store, this.policies, caseId, reader);
    if (!family) return [own];
    const { cases } = await this.queries.execute(new ShowFamily(caseId, reader));
    const others = cases.map((member) => member.caseId).filter((member) => member !== caseId);
    return [own, ...(await Promise.all(others.map((id) => readableCase(store, this.policies, id, reader))))];
  }

  #inOrder(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const { store } = this.runtimes.business;
    return inOrderOfHappening(events.toSorted((a, b) => store.compare(a.position, b.position)));
  }

  #view(event: StoredEvent): HistoryEvent {
    const { rev, id, type, occurredAt, recordedAt, actor, court, source, secrecy } = event.header;
    const line = this.#tell(event);
    const caseId = caseIdOf(event.header);
    return {
      caseId,
      rev,
      id,
      type,
      line,
      occurredAt,
      recordedAt,
      actor,
      court,
      source,
      secrecy,
      leaf: event.leafHash,
    };
  }
}
