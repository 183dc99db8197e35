import { OutcomeUnknown, StoreUnavailable, WrongRevision, type EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import type { Chance } from '../../support/chance';
import type { Note } from './journal';
import { linkAfter } from './self-verifying';

export interface WritersOptions {
  readonly store: EventStore;
  /** Tells these writers' events from all others'; who comes after one that was killed is another. */
  readonly name: string;
  /** Where the names of their own streams begin; a successor goes on with them. */
  readonly streams?: string;
  readonly chance: Chance;
  /** Goes on when it is noted. */
  readonly note: (note: Note) => unknown;
  /** After it what was begun is still ended: acknowledged or refused. */
  readonly signal: AbortSignal;
  readonly writers?: number;
}

const WRITERS = 64;
const STREAMS_EACH = 50;
const HOT_STREAMS = 4;
const HOT_SHARE = 0.05;
/** So short that an outage is seen. */
const LONGEST_DEADLINE_MS = 800;
/** Longer than any outage that the tests make. */
const PATIENCE_MS = 60_000;

/** Writes one event after the other, each writer to streams of its own and sometimes to one that all write to. */
export async function write({ writers = WRITERS, ...options }: WritersOptions): Promise<void> {
  const all = Array.from({ length: writers }, (_, index) => new Writer(index, options));
  await Promise.all(all.map((writer) => writer.run()));
}

class Writer {
  private readonly ends = new Map<string, SealedEvent>();

  constructor(
    private readonly index: number,
    private readonly options: Omit<WritersOptions, 'writers'>,
  ) {}

  async run(): Promise<void> {
    while (!this.options.signal.aborted) await this.appendTo(this.someStream());
  }

  private async appendTo(stream: string): Promise<void> {
    const event = this.eventFor(stream);
    if (await this.isStored(event)) this.ends.set(stream, event);
    else await this.catchUp(stream);
  }

  private someStream(): string {
    const { chance, streams = 'own' } = this.options;
    return chance() < HOT_SHARE
      ? `hot-${String(Math.floor(chance() * HOT_STREAMS))}`
      : `${streams}-${String(this.index)}-${String(Math.floor(chance() * STREAMS_EACH))}`;
  }

  private eventFor(stream: string): SealedEvent {
    const { name, chance } = this.options;
    const after = this.ends.get(stream);
    const data = linkAfter(after, stream, chance().toString(36));
    const [event] = sealedChain(1, { stream, after, data, seed: `${name}/${String(this.index)}` });
    if (!event) throw new Error('sealed nothing');
    return event;
  }

  /** The same event is sent until it is known whether it is stored. */
  private async isStored(event: SealedEvent): Promise<boolean> {
    const { store, note, chance } = this.options;
    const { id } = event.header;
    for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt;) {
      try {
        const deadlineMs = Math.ceil(chance() * LONGEST_DEADLINE_MS);
        const result = await store.append(requestFor([event]), { deadlineMs });
        await note({ told: 'acknowledged', id, ...result });
        return true;
      } catch (error) {
        if (error instanceof OutcomeUnknown) await note({ told: 'outcome-unknown' });
        else if (error instanceof StoreUnavailable) await note({ told: 'store-unavailable' });
        else if (error instanceof WrongRevision) {
          await note({ told: 'refused', id });
          return false;
        } else throw error;
      }
    }
    throw new Error(`no answer to ${id} in ${String(PATIENCE_MS)} ms`);
  }

  /** Where that is not possible now, the next event is refused as well. */
  private async catchUp(stream: string): Promise<void> {
    const known = this.ends.get(stream);
    try {
      const news = await this.options.store.readStream(stream, { from: known ? known.header.rev + 1 : 0 });
      const last = news.at(-1);
      if (last) this.ends.set(stream, last);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
