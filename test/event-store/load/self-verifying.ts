import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { payloadData, type JsonObject, type SealedEvent, type StoredEvent } from '@liuhen/kernel';

/** What an event says: whoever reads a stream can tell from it alone that nothing is missing, doubled or changed. */
interface Link extends JsonObject {
  readonly stream: string;
  readonly n: number;
  readonly word: string;
  /** Of this event and all that came before it in the stream. */
  readonly sum: string;
}

/** What follows the event in its stream, with a word of the writer's own. */
export const linkAfter = (event: SealedEvent | undefined, stream: string, word: string): Link =>
  next(event && linkOf(event), stream, word);

const linkOf = ({ payloadText }: SealedEvent): Link => payloadData(payloadText) as Link;

function next(last: Link | undefined, stream: string, word: string): Link {
  const n = last ? last.n + 1 : 0;
  const sum = createHash('sha256').update(JSON.stringify([last?.sum, stream, n, word]));
  return { stream, n, word, sum: sum.digest('hex') };
}

/** Reads a log from its start. */
export class LogVerifier {
  private readonly lastOf = new Map<string, Link>();
  private count = 0;

  /** @throws Error if the event is not the one that comes next, in the log and in its stream. */
  verify({ header: { stream, rev }, position, payloadText }: StoredEvent): void {
    const link = payloadData(payloadText) as Link;
    const expected = next(this.lastOf.get(stream), stream, link.word);
    this.count++;
    if (position !== `business:${String(this.count)}` || rev !== link.n || !isDeepStrictEqual(link, expected))
      throw new Error(`${position} holds ${JSON.stringify(link)}, not ${JSON.stringify(expected)}`);
    this.lastOf.set(stream, link);
  }
}
