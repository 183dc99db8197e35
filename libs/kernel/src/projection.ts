import type { EventTypes, Recorded } from './event/event-type';
import type { Message } from './message';
import type { LogName } from './log';

/** The little of a PostgreSQL client that a projection needs. */
export interface Sql {
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
}

/**
 * A read model: how a page of events changes its tables.
 *
 * Table names in its SQL are unqualified: the runner sets the search path to the build at work, so that a new
 * version is filled beside the live one by the same statements.
 */
export interface Projection<Event extends Message = Message> {
  /** Also the prefix of its builds' schemas: lower case with underscores. */
  readonly name: string;
  /** Raised with every change of tables or of meaning; a higher version is built anew and then published. */
  readonly version: number;
  readonly log: LogName;
  readonly events: EventTypes<Event>;
  /** `create table` and `create index` statements. */
  readonly schema: string;
  /** The tables that queries see, as views of the same names. */
  readonly tables: readonly string[];
  /**
   * Applies a page, in the transaction that also moves the checkpoint. One statement for all events of a type, by
   * `insertRows` and `updateRows`: the tables must be the same however a log was cut into pages.
   */
  apply(db: Sql, page: readonly Recorded<Event>[]): Promise<void>;
}
