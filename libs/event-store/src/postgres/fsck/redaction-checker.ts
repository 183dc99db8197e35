import {
  InvalidPayload,
  redactionIn,
  withheldDigests,
  withholdFields,
  type Digest,
  type EventHeader,
  type HashAlgorithm,
  type PayloadText,
  type Redaction,
} from '@liuhen/kernel';
import { finding, type Finding } from './finding';

type Where = Required<Pick<Finding, 'position' | 'stream'>>;

interface Withheld {
  readonly event: string;
  readonly where: Where;
}

/** A field that a redaction names, and that was not seen withheld when its event was read. */
export interface NamedField {
  readonly stream: string;
  readonly rev: number;
  readonly digest: Digest;
  /** Of the redaction. */
  readonly where: Where;
}

/** Holds what is withheld in a log against its redactions: each explains the other, or something was tampered with. */
export class RedactionChecker {
  /** A digest stands for one field of one event: it covers a salt. */
  readonly #withheld = new Map<Digest, Withheld>();
  readonly #named: NamedField[] = [];

  see({ header, payload, where }: SeenEvent): void {
    for (const digest of withheldDigests(payload)) this.#withheld.set(digest, { event: header.id, where });
    const redaction = readRedaction(header, payload);
    if (redaction) this.#explain(redaction, where);
  }

  /** What is withheld without a redaction that says so, once the whole log was seen. */
  *unexplained(): Generator<Finding> {
    for (const { where } of this.#withheld.values()) yield finding('withheld-unexplained', where);
  }

  /** To be looked at again: the redaction may have come after their events were read, or was not carried out. */
  get named(): readonly NamedField[] {
    return this.#named;
  }

  #explain({ event, rev, digests }: Redaction, where: Where): void {
    for (const digest of Object.values(digests)) {
      const withheld = this.#withheld.get(digest);
      if (withheld?.event === event && withheld.where.stream === where.stream) this.#withheld.delete(digest);
      else this.#named.push({ stream: where.stream, rev, digest, where });
    }
  }
}

interface SeenEvent {
  readonly header: EventHeader;
  readonly payload: PayloadText;
  readonly where: Where;
}

/** @param payload of the event that the redaction names, as it lies there; `undefined` if there is none. */
export const isCarriedOut = (
  hash: HashAlgorithm,
  { digest }: NamedField,
  payload: PayloadText | undefined,
): boolean => payload !== undefined && withholdFields(hash, payload, new Set([digest])) === payload;

/** One that says nothing that can be read explains nothing. */
function readRedaction(header: EventHeader, payloadText: PayloadText): Redaction | undefined {
  try {
    return redactionIn({ header, payloadText });
  } catch (error) {
    if (error instanceof InvalidPayload || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
