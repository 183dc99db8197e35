import type { EventStore } from '../../event-store';

/** A process of the application, as far as the log is concerned: a store and the two ways in which it ends. */
export interface StoreProcess {
  readonly store: EventStore;
  /** Closes the store. */
  stop(): Promise<void>;
  /** Its connections are cut: from now on it hears nothing and can send nothing. */
  kill(): Promise<void>;
}

/** A log that is used by nobody else for the length of a run. It may hold events of earlier runs. */
export interface LogUnderTest {
  start(): Promise<StoreProcess>;
  /** Lets so many moments pass. Within ten of them an append should get from being sent to being answered. */
  moments(count: number): Promise<void>;
  /** The server dies without a chance to put anything in order, and is there again when this resolves. */
  crashServer?(): Promise<void>;
  /** The run is over; processes that live may be given to the next. */
  close(): Promise<void>;
}

/** Gives each run its log: a new one, or always the same. */
export type OpenLog = () => Promise<LogUnderTest>;
