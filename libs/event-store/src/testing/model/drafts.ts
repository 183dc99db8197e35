import fc from 'fast-check';
import { instantOf, type EventHeader, type SealedEvent, type StoredEvent } from '@liuhen/kernel';
import type { AppendRequest } from '../../event-store';
import { requestFor, sealedChain } from '../sealed-chain';
import type { LogModel } from './log-model';

export const TYPES = ['Filed', 'Reviewed', 'Closed'] as const;

/** The distance within which the tests try how far a stream may lag behind its log, if the store sets no limit. */
const ANY_SKEW_MS = 10_000;

/** When an event is recorded, in milliseconds from the latest of the log. */
const LAGS = {
  later: () => 1_000,
  same: () => 0,
  earlier: () => -1,
  latestAllowed: (skewMs: number) => -skewMs,
  tooLate: (skewMs: number) => -skewMs - 1,
} as const;

/** What is drawn of a request before it is known what the log holds. */
interface Draft {
  readonly kind: keyof typeof KINDS;
  readonly stream: number;
  /** Of the new events. */
  readonly types: readonly string[];
  readonly lag: keyof typeof LAGS;
  /** Which one, where something that was there before is taken up. */
  readonly pick: number;
}

/** Draws the new events of a request. */
class Drawing {
  readonly history: readonly StoredEvent[];
  readonly last: StoredEvent | undefined;

  constructor(
    readonly draft: Draft,
    readonly model: LogModel,
    private readonly stream: string,
  ) {
    this.history = model.stream(stream);
    this.last = this.history.at(-1);
  }

  /** New events that follow one another and the event given. */
  chain(after: SealedEvent | undefined, types = this.draft.types): readonly SealedEvent[] {
    const chain: SealedEvent[] = [];
    for (const type of types) chain.push(...this.event(chain.at(-1) ?? after, { type }));
    return chain;
  }

  event(after: SealedEvent | undefined, changes: Partial<EventHeader>): readonly SealedEvent[] {
    const { identity, requests, latestMs, maxSkewMs } = this.model;
    const lag = LAGS[this.draft.lag](Math.min(maxSkewMs, ANY_SKEW_MS));
    const header = { recordedAt: instantOf(latestMs + lag), ...changes };
    return sealedChain(1, { log: identity, stream: this.stream, seed: `${requests.length}`, after, header });
  }

  /** Stored events of the stream, from any one on, as many as new ones are asked for. */
  get stored(): readonly StoredEvent[] {
    const from = this.draft.pick % Math.max(this.history.length, 1);
    return this.history.slice(from, from + this.draft.types.length);
  }

  pick<T>(choices: readonly T[]): T | undefined {
    return choices[this.draft.pick % Math.max(choices.length, 1)];
  }
}

const NOBODYS_LEAF = 'f'.repeat(64);

/** Everything that a writer may try; what was stored before is never sent in part with the rest new to all. */
const KINDS = {
  /** As it should be. */
  next: (drawing) => drawing.chain(drawing.last),
  /** Any request so far once more, whether it was stored or not. */
  again: (drawing) => drawing.pick(drawing.model.requests)?.events ?? [],
  /** Stored events, but not as they were cut into requests. */
  recut: (drawing) => drawing.stored,
  /** Stored events of which the last is another now. */
  altered: (drawing) => [
    ...drawing.stored.slice(0, -1),
    ...drawing.event(drawing.history[(drawing.stored.at(-1)?.header.rev ?? 0) - 1], {}),
  ],
  /** Stored events and more. */
  extended: (drawing) => [...drawing.history.slice(-1), ...drawing.chain(drawing.last)],
  /** Goes on from where the stream has long left. */
  forked: (drawing) => drawing.chain(drawing.pick(drawing.history)),
  begun: (drawing) => drawing.chain(undefined),
  /** Goes on from events that nobody has sent. */
  ahead: (drawing) => drawing.chain(drawing.last, ['Filed', ...drawing.draft.types]).slice(1),
  /** At the right revision, after another event than the one that is there. */
  unlinked: (drawing) => drawing.event(drawing.last, { prev: NOBODYS_LEAF }),
  /** Lacks an event in the middle. */
  torn: (drawing) => drawing.chain(drawing.last, TYPES).filter(({ header }) => header.type !== TYPES[1]),
  /** Its second event was recorded before its first. */
  backwards: (drawing) => {
    const first = drawing.event(drawing.last, {});
    const recordedAt = instantOf(drawing.model.latestMs - 3 * ANY_SKEW_MS);
    return [...first, ...drawing.event(first[0], { recordedAt })];
  },
} satisfies Record<string, (drawing: Drawing) => readonly SealedEvent[]>;

const weighted = <T extends string>(heavy: T, weight: number, others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(heavy) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

export const draft: fc.Arbitrary<Draft> = fc.record({
  kind: weighted('next', 1, Object.keys(KINDS) as (keyof typeof KINDS)[]),
  stream: fc.nat({ max: 2 }),
  types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }),
  lag: weighted('later', 2, Object.keys(LAGS) as (keyof typeof LAGS)[]),
  pick: fc.nat({ max: 50 }),
});

/** Makes a request of a draft, which the model remembers; the next event where there is nothing to take up. */
export function requestOf(draft: Draft, model: LogModel): AppendRequest {
  const drawing = new Drawing(draft, model, model.streams[draft.stream] ?? '');
  const events = KINDS[draft.kind](drawing);
  const request = requestFor(events.length > 0 ? events : KINDS.next(drawing));
  model.requests.push(request);
  return request;
}
