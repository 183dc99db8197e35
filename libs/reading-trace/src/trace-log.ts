import { appendResolved, sealDecision, WrongRevision, type Runtime } from '@liuhen/event-store';
import {
  canonicalJson,
  chinaDateOf,
  decodeAll,
  digest,
  fold,
  isRefusal,
  type Act,
  type EventHeader,
  type Instant,
  type JsonObject,
  type SealedEvent,
} from '@liuhen/kernel';
import {
  readingTraceDecider,
  type ReadingsOfDay,
  type ReadingTraceCommand,
  type ReadingTraceFacts,
} from './reading-trace.decider';
import { readerStream, type ReadingTraceEvent } from './reading-trace.events';

/** What is to be recorded. */
export interface Trace {
  readonly command: ReadingTraceCommand;
  readonly act: Omit<Act, 'at'>;
  readonly facts: ReadingTraceFacts;
}

/** So many processes may serve one person at once. */
const MAX_ATTEMPTS = 20;
/** Records of one append. */
const MAX_TOGETHER = 100;
/** People of whom the end of the day's stream is remembered; of others it is read again. */
const MAX_STREAMS = 5_000;

/** Appends to the streams of readers, whose ends it remembers: nobody else writes to them but other processes. */
export class TraceLog {
  readonly #streams = new Map<string, ReaderStream>();

  constructor(private readonly runtime: Runtime) {}

  /** Returns once it is durable. @throws the errors of `EventStore.append` */
  record(trace: Trace): Promise<void> {
    const name = readerStream(trace.act.actor.person, chinaDateOf(this.runtime.clock.now()));
    const stream = this.#streams.get(name) ?? new ReaderStream(this.runtime, name);
    // Whoever read last is forgotten last.
    this.#streams.delete(name);
    this.#streams.set(name, stream);
    for (const [first] of this.#streams) {
      if (this.#streams.size <= MAX_STREAMS) break;
      this.#streams.delete(first);
    }
    return stream.record(trace);
  }
}

interface Waiting {
  readonly trace: Trace;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The end of a stream, and what follows from all of it. */
interface Tail {
  readonly last: SealedEvent | undefined;
  readonly readings: ReadingsOfDay;
}

/** One stream: one append at a time, of all that came while the last one was on its way. */
class ReaderStream {
  #tail: Tail | undefined;
  readonly #waiting: Waiting[] = [];
  #working = false;

  constructor(
    private readonly runtime: Runtime,
    private readonly name: string,
  ) {}

  record(trace: Trace): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ trace, resolve, reject });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.splice(0, MAX_TOGETHER);
      try {
        await this.#append(taken.map(({ trace }) => trace));
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    this.#working = false;
  }

  async #append(traces: readonly Trace[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const before = (this.#tail ??= await this.#load());
      const { events, after } = this.#decided(traces, before);
      if (events.length === 0) return;
      try {
        await appendResolved(this.runtime.store, this.name, lengthOf(before), events);
        this.#tail = after;
        return;
      } catch (error) {
        // Whatever there is now, it is read before anything is added to it.
        this.#tail = undefined;
        if (!(error instanceof WrongRevision) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  async #load(): Promise<Tail> {
    const history = await this.runtime.store.readStream(this.name);
    return {
      last: history.at(-1),
      readings: fold(readingTraceDecider, decodeAll(readingTraceDecider.events, history)),
    };
  }

  #decided(
    traces: readonly Trace[],
    tail: Tail,
  ): { readonly events: readonly SealedEvent[]; readonly after: Tail } {
    const events: SealedEvent[] = [];
    let { last, readings } = tail;
    for (const { command, act: given, facts } of traces) {
      const act: Act = { ...given, at: laterOf(this.runtime.clock.now(), last?.header.recordedAt) };
      const decision = readingTraceDecider.decide(command, readings, act, facts);
      if (isRefusal(decision)) throw decision;
      const sealed = sealDecision(
        decision,
        readingTraceDecider.events,
        {
          identity: this.runtime.store.identity,
          stream: this.name,
          caseNumber: null,
          last,
          act,
          commandHash: this.#hashOf(command),
          reliedOn: [],
        },
        this.runtime.entropy,
      );
      readings = decision.reduce<ReadingsOfDay>(
        (state, event: ReadingTraceEvent, index) =>
          readingTraceDecider.evolve(state, event, headerAt(sealed, index)),
        readings,
      );
      last = sealed.at(-1) ?? last;
      events.push(...sealed);
    }
    return { events, after: { last, readings } };
  }

  #hashOf({ type, data }: ReadingTraceCommand): string {
    const body = data as unknown as JsonObject;
    return digest(
      this.runtime.store.identity.hash,
      'command',
      canonicalJson({ stream: this.name, type, body }),
    );
  }
}

const lengthOf = ({ last }: Tail): number => (last ? last.header.rev + 1 : 0);

function headerAt(events: readonly SealedEvent[], index: number): EventHeader {
  const event = events[index];
  if (!event) throw new RangeError(`no event ${index}`);
  return event.header;
}

const laterOf = (now: Instant, last: Instant | undefined): Instant =>
  last !== undefined && last > now ? last : now;
