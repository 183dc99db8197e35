import type { EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import { idsOf } from '../../../libs/event-store/src/testing/contract/store-under-test';
import { appendBySql } from '../append-by-sql';
import type { Follower } from '../follower';
import type { Session } from '../session';
import { play, type Turn, type Writer } from './interleavings';
import type { LogUnderTest } from './log-under-test';

interface Stage {
  readonly database: LogUnderTest;
  readonly store: EventStore;
  /** Of the whole log. */
  readonly follower: Follower;
  readonly sessions: readonly Session[];
}

/** What came of a writer's append. */
interface Outcome {
  readonly writer: Writer;
  readonly event: SealedEvent;
  readonly answer: string;
  readonly position: number;
}

/** One play on the product's log, which goes on where earlier plays ended, and what readers saw of it. */
export class PlayedLog {
  private readonly events = new Map<Writer, SealedEvent>();
  private readonly outcomes: Outcome[] = [];
  private readonly pages: { readonly after: number; readonly ids: readonly string[] }[] = [];
  private start = 0;

  constructor(
    private readonly stage: Stage,
    private readonly writers: readonly Writer[],
  ) {}

  /** An event for each writer, in streams that are new or have one event already. */
  async prepare(name: string, begun: boolean): Promise<void> {
    const { store } = this.stage;
    const preparing = this.writers.map(async (writer, index) => {
      const stream = `${name}-${writer.stream === 'own' ? String(index) : 'shared'}`;
      const before = begun ? sealedChain(1, { stream }) : [];
      if (begun) await store.append(requestFor(before));
      const [event] = sealedChain(1, { stream, after: before[0], seed: String(index) });
      if (event) this.events.set(writer, event);
    });
    await Promise.all(preparing);
    this.start = Number((await store.head())?.split(':')[1] ?? 0);
  }

  play(turns: readonly Turn[]): Promise<void> {
    return play(turns, {
      sessions: this.stage.sessions,
      observer: this.stage.database.operatorClient,
      append: async (writer, client) => {
        const event = this.events.get(writer);
        const answer = await appendBySql(client, event);
        if (event && answer)
          this.outcomes.push({
            writer,
            event,
            answer: answer.answer,
            position: Number(answer.last_position),
          });
      },
      look: (ended) => this.look(this.storedBy(ended).length),
    });
  }

  /** All that was stored is there at once: in the subscription, and in the page after each position. */
  private async look(stored: number): Promise<void> {
    const last = this.start + stored;
    const places = Array.from({ length: stored + 1 }, (_, index) => this.start + index);
    await Promise.all([this.follow(last), ...places.map((after) => this.readPage(after, last))]);
  }

  private async follow(last: number): Promise<void> {
    await this.stage.database.announce();
    expect(await this.stage.follower.until(last)).toHaveLength(last);
  }

  private async readPage(after: number, last: number): Promise<void> {
    const { store } = this.stage;
    const position = after === 0 ? undefined : store.parsePosition(`business:${String(after)}`);
    const { events } = await store.readPage({ after: position, limit: 10 });
    expect(events).toHaveLength(last - after);
    this.pages.push({ after, ids: idsOf(events) });
  }

  /** What was answered is stored, once and without a hole, and nobody ever saw it otherwise. */
  async expectOneOrder(): Promise<void> {
    const stored = this.storedBy(this.writers);
    const rows = await this.stage.database.query(
      'select position::integer, id::text, rev::integer from log_business.events where position > $1 order by position',
      [this.start],
    );
    expect(rows).toEqual(
      stored.map(({ position, event }) => ({ position, id: event.header.id, rev: event.header.rev })),
    );
    expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => this.start + index + 1));
    const ids = idsOf(stored.map(({ event }) => event));
    expect(idsOf(this.stage.follower.seen.slice(this.start))).toEqual(ids);
    for (const page of this.pages) {
      const from = page.after - this.start;
      expect(page.ids).toEqual(ids.slice(from, from + page.ids.length));
    }
  }

  /** Nobody is refused but for a rival, and of rivals who both commit one is stored. */
  expectOneRivalAtMost(): void {
    expect(this.outcomes).toHaveLength(this.writers.length);
    for (const { writer, answer } of this.outcomes)
      expect(writer.stream === 'own' ? ['stored'] : ['stored', 'busy', 'wrong-revision']).toContain(answer);
    const rivals = this.writers.filter(({ stream }) => stream === 'shared');
    if (rivals.length === 0) return;
    const allCommit = rivals.every(({ ending }) => ending === 'commit');
    expect(allCommit ? [1] : [0, 1]).toContain(this.storedBy(rivals).length);
  }

  /** In the order of the log. */
  private storedBy(writers: readonly Writer[]): readonly Outcome[] {
    return this.outcomes
      .filter(
        ({ writer, answer }) => answer === 'stored' && writer.ending === 'commit' && writers.includes(writer),
      )
      .sort((a, b) => a.position - b.position);
  }
}
