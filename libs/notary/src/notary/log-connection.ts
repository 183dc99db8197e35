import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogName, Sql } from '@liuhen/kernel';
import { Client } from 'pg';

/** Does all or nothing of what it is given. */
export type Transaction = <Result>(work: (db: Sql) => Promise<Result>) => Promise<Result>;

const RETRY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** The channel on which somebody asks the notary of a log for heads up to a size. */
export const channelOf = (log: LogName): string => `ledger_${log}`;

/**
 * The one connection on which a log's ledger is written. It holds the lock by which at most one notary is at work: whoever
 * loses the connection loses the lock, and can write nothing more.
 */
export class LogConnection {
  readonly #asked = new EventEmitter();
  #wanted = 0;
  #isAsked = false;

  private constructor(private readonly client: Client) {
    client.on('notification', ({ payload = '' }) => {
      this.#wanted = Math.max(this.#wanted, Number(payload) || 0);
      this.#isAsked = true;
      this.#asked.emit('asked');
    });
    client.on('error', () => undefined);
  }

  /** Waits for the lock until it has it; `undefined` at the signal. */
  static async take(url: string, log: LogName, signal: AbortSignal): Promise<LogConnection | undefined> {
    const client = new Client({
      connectionString: url,
      application_name: `liuhen ${log} notary`,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    const connection = new LogConnection(client);
    try {
      await client.connect();
      while (!signal.aborted) {
        if (await connection.#lock(log)) {
          await client.query(`listen ${channelOf(log)}`);
          return connection;
        }
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      await connection.close();
      throw error;
    }
    await connection.close();
    return undefined;
  }

  get db(): Sql {
    return this.client;
  }

  /** The greatest size for which heads were asked so far. */
  get wanted(): number {
    return this.#wanted;
  }

  /** Whether somebody asked since this was asked last. */
  isAsked(): boolean {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    return isAsked;
  }

  readonly transaction: Transaction = async (work) => {
    await this.client.query('begin');
    try {
      const result = await work(this.client);
      await this.client.query('commit');
      return result;
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  };

  /** Until somebody asks for heads, the time is over, or the signal. */
  async pause(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#isAsked) return;
    const woken = new AbortController();
    const either = AbortSignal.any([signal, woken.signal]);
    const asked = once(this.#asked, 'asked', { signal: either }).then(() => undefined);
    await Promise.race([asked, delay(ms, undefined, { signal: either })]).catch(() => undefined);
    woken.abort();
    await asked.catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  async #lock(log: LogName): Promise<boolean> {
    const { rows } = await this.client.query<{ readonly locked: boolean }>(
      `select pg_try_advisory_lock(hashtext('liuhen notary'), hashtext($1)) as locked`,
      [log],
    );
    return rows[0]?.locked === true;
  }
}
