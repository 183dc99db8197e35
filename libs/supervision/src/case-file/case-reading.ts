import { Policies, type CaseFile, type Reader } from '@liuhen/access';
import { withoutPersonal, type MaskedFields, type StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { caseStream, type CaseId } from '../case/case.events';
import { AllActs } from './all-acts';
import { caseFileOf } from './case-file-of';
import { refuse } from './case-file.refusals';
import { caseIdOfStream } from './case-id';

/**
 * 副卷, of which the events are among the others whatever it is: shown; locked for who may know what happened in it, once
 * they sign in by two factors; closed for all others.
 */
export type InnerFile = 'shown' | 'locked' | 'closed';

/** A case's whole stream, as far as the content of its fields is for the reader. */
export interface ReadableCase {
  readonly events: readonly StoredEvent[];
  readonly innerFile: InnerFile;
  /** 遮挡: what was taken out of which event before it came here, by the event's id. */
  readonly masked: ReadonlyMap<string, MaskedFields>;
  /** Whether the documents that the case names are kept from the reader. */
  readonly isProtected: boolean;
}

export interface ReadingWishes {
  /** Parties' personal data is left out, though the reader may see it. */
  readonly withoutPersonal?: boolean;
}

/** The only way from a case's stream to whoever reads it. */
@Injectable()
export class CaseReading {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly acts: AllActs,
  ) {}

  /** @throws Refusal `case-not-found`, both where there is none and where the reader may not read it */
  async of(caseId: CaseId, reader: Reader, wishes: ReadingWishes = {}): Promise<ReadableCase> {
    const stream = await this.runtimes.business.store.readStream(caseStream(caseId));
    const file = caseFileOf(stream);
    if (!file) throw refuse('case-not-found');
    this.policies.requireMayReadCase(file, reader);
    const isProtected = this.policies.masksPersonal(file, reader);
    const seen = this.#seen(stream, isProtected || wishes.withoutPersonal === true);
    return { ...seen, isProtected, innerFile: this.#innerFile(file, reader) };
  }

  /** For what is in the inner file alone. @throws Refusal `case-not-found`; `inner-file-not-permitted` */
  async ofInnerFile(caseId: CaseId, reader: Reader): Promise<ReadableCase> {
    const readable = await this.of(caseId, reader);
    if (readable.innerFile === 'closed') throw refuse('inner-file-not-permitted');
    return readable;
  }

  /** One event that the reader may read, outside of its stream. */
  async seen(event: StoredEvent, reader: Reader): Promise<StoredEvent> {
    const without = this.#without(event);
    const file = without && (await this.#fileOf(event));
    return file && this.policies.masksPersonal(file, reader) ? without.event : event;
  }

  #innerFile(file: CaseFile, reader: Reader): InnerFile {
    if (!this.policies.mayReadInnerFile(file, reader)) return 'closed';
    return reader.secondFactor ? 'shown' : 'locked';
  }

  async #fileOf({ header }: StoredEvent): Promise<CaseFile | undefined> {
    if (caseIdOfStream(header.stream) === undefined) return undefined;
    return caseFileOf(await this.runtimes.business.store.readStream(header.stream));
  }

  #seen(stream: readonly StoredEvent[], masks: boolean): Pick<ReadableCase, 'events' | 'masked'> {
    const masked = new Map<string, MaskedFields>();
    if (!masks) return { events: stream, masked };
    const events = stream.map((event) => {
      const without = this.#without(event);
      if (!without) return event;
      masked.set(event.header.id, without.masked);
      return without.event;
    });
    return { events, masked };
  }

  #without(event: StoredEvent) {
    return withoutPersonal(this.runtimes.business.store.identity.hash, this.acts.events, event);
  }
}
