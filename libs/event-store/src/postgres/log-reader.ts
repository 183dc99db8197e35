import type { LogName, StoredEvent } from '@liuhen/kernel';
import type { Pool } from 'pg';
import type { DensePositions } from '../dense-position';
import { ForeignPosition, StoreUnavailable } from '../errors';
import type { Page, PageRequest, StreamRange } from '../event-store';
import { LazyEvent } from '../lazy-event';
import { failureOf } from './failure';

interface EventRow {
  readonly position: string;
  readonly leaf: string;
  readonly header: string;
  readonly payload: string;
}

/** Positions have no holes and become visible in their order, so that reading needs nothing but their order. */
export class LogReader {
  private readonly columns = `position, encode(leaf, 'hex') as leaf, header, payload`;

  constructor(
    private readonly pool: Pool,
    private readonly log: LogName,
    private readonly positions: DensePositions,
  ) {}

  async readStream(stream: string, { from = 0, limit }: StreamRange): Promise<readonly StoredEvent[]> {
    const rows = await this.query<EventRow>(
      'stream',
      `select ${this.columns} from log_${this.log}.events
       where stream = $1 and rev >= $2 order by rev limit $3`,
      [stream, from, limit ?? null],
    );
    return rows.map((row) => this.storedEvent(row));
  }

  /** The head is read first: the page can then speak for everything up to where it ends. */
  async readPage({ after, types, limit }: PageRequest): Promise<Page> {
    const from = this.positions.numberOf(after);
    const head = await this.head();
    if (from > head) throw new ForeignPosition(String(after));
    const last = head - from > BigInt(limit) ? from + BigInt(limit) : head;
    const rows = last === from ? [] : await this.eventsBetween(from, last, types);
    return {
      events: rows.map((row) => this.storedEvent(row)),
      scannedTo: last === 0n ? undefined : this.positions.of(last),
      atHead: last === head,
    };
  }

  /** 0 in an empty log. */
  async head(): Promise<bigint> {
    const [row] = await this.query<{ position: string }>(
      'head',
      `select position from log_${this.log}.head`,
      [],
    );
    return BigInt(row?.position ?? 0);
  }

  private eventsBetween(
    after: bigint,
    last: bigint,
    types: readonly string[] | undefined,
  ): Promise<readonly EventRow[]> {
    const all = `select ${this.columns} from log_${this.log}.events where position > $1 and position <= $2`;
    return types === undefined
      ? this.query('page', `${all} order by position`, [after, last])
      : this.query('page-of-types', `${all} and type = any ($3) order by position`, [after, last, types]);
  }

  private async query<Row extends object>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    try {
      const { rows } = await this.pool.query<Row>({ name: `${this.log}-${name}`, text, values: [...values] });
      // Taken from pg, whose finished queries live on for a while: with pages of events that halves the speed.
      return rows.splice(0);
    } catch (error) {
      if (failureOf(error) === 'refused') throw error;
      throw new StoreUnavailable(`log ${this.log} cannot be read`, { cause: error });
    }
  }

  private storedEvent({ position, leaf, header, payload }: EventRow): StoredEvent {
    return new LazyEvent(this.positions.of(position), leaf, header, payload);
  }
}
