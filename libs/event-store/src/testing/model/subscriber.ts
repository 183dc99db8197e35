import type { Position } from '@liuhen/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { EventStore, SubscriptionItem } from '../../event-store';
import type { LogModel } from './log-model';
import { demand } from './violation';

export interface Subscribed {
  readonly after: Position | undefined;
  readonly types: readonly string[] | undefined;
}

/** Takes what a subscription gives and keeps it. */
export class Subscriber {
  private readonly items: SubscriptionItem[] = [];
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;
  private failure: unknown;
  private onItem: () => void = () => undefined;

  /** @param head where the log ended when this began: all up to there must be given before it is caught up */
  constructor(
    readonly store: EventStore,
    readonly subscribed: Subscribed,
    private readonly head: Position | undefined,
  ) {
    this.ended = this.take();
  }

  /** Where one can resume: where it began, and after each item. */
  get places(): readonly (Position | undefined)[] {
    let place = this.subscribed.after;
    return [place, ...this.items.map((item) => (place = placeOf(item) ?? place))];
  }

  /** Up to where it was told of everything. */
  get place(): Position | undefined {
    return this.places.at(-1);
  }

  private get isStopped(): boolean {
    return this.ending.signal.aborted;
  }

  stop(): Promise<void> {
    this.ending.abort();
    return this.ended;
  }

  /** Resolves when it is told that it has caught up, and of everything up to the model's head. */
  async catchUp(model: LogModel, patienceMs: number): Promise<void> {
    const patience = AbortSignal.timeout(patienceMs);
    patience.addEventListener('abort', () => this.onItem());
    while (!this.isStopped && !this.hasCaughtUpWith(model)) {
      this.checkFailure();
      demand(
        'subscriptions',
        !patience.aborted,
        `it was left at ${String(this.place)} of ${String(model.head)}`,
      );
      await new Promise<void>((resolve) => (this.onItem = resolve));
    }
  }

  /** Goes through what was given beside what should have been. */
  check(model: LogModel): void {
    this.checkFailure();
    const { after, types } = this.subscribed;
    let from = model.indexOf(after);
    for (const item of this.items) {
      const place = placeOf(item) ?? model.places[from];
      const to = model.indexOf(place);
      demand(
        'subscriptions',
        to >= from,
        `after ${String(model.places[from])} it was given ${String(place)}`,
      );
      const due = model.events
        .slice(from, to)
        .filter(({ header }) => types === undefined || types.includes(header.type));
      const given = item.kind === 'event' ? [item.event] : [];
      const text = `${item.kind} after ${String(model.places[from])} and up to ${String(place)}`;
      demand(
        'subscriptions',
        isDeepStrictEqual(given, due),
        `it was given ${given.length} of ${due.length}: ${text}`,
      );
      if (item.kind === 'caught-up')
        demand('subscriptions', to >= model.indexOf(this.head), `it was caught up at ${String(place)}`);
      from = to;
    }
  }

  private checkFailure(): void {
    demand('subscriptions', this.failure === undefined, `it failed: ${String(this.failure)}`);
  }

  private hasCaughtUpWith(model: LogModel): boolean {
    return this.place === model.head && this.items.some(({ kind }) => kind === 'caught-up');
  }

  private async take(): Promise<void> {
    try {
      for await (const item of this.store.subscribe({ ...this.subscribed, signal: this.ending.signal })) {
        this.items.push(item);
        this.onItem();
      }
    } catch (error) {
      this.failure = error;
      this.onItem();
    }
  }
}

/** Up to where an item speaks; being caught up is said of the place that is reached. */
const placeOf = (item: SubscriptionItem): Position | undefined =>
  item.kind === 'event' ? item.event.position : item.kind === 'checkpoint' ? item.position : undefined;
