import { Client, type ClientConfig } from 'pg';
import type { Listen } from '../head-listener';

/** One LISTEN connection, for as long as it holds. */
export const listenTo =
  (config: ClientConfig, channel: string): Listen =>
  async (signal, onNews) => {
    const client = new Client(config);
    const gone = new AbortController();
    client.on('error', () => {
      gone.abort();
    });
    client.on('end', () => {
      gone.abort();
    });
    client.on('notification', onNews);
    let listened = false;
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      listened = true;
      onNews();
      await aborted(AbortSignal.any([signal, gone.signal]));
    } catch {
      // Tried again after a while; meanwhile the log is looked at by the clock.
    }
    await client.end().catch(() => undefined);
    return listened;
  };

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
