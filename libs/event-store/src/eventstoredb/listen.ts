import type { Listen } from '../head-listener';
import type { Calls } from './calls';

/**
 * One live subscription to the log's streams, for as long as it holds. It tells only that there is news: what it is
 * gets read as pages, so that nothing can be lost, repeated or out of order with a broken subscription. One that
 * ends, with an error or without, is broken.
 */
export const listenToAll =
  (calls: Calls, prefix: string): Listen =>
  async (signal, onNews) => {
    const subscription = calls.subscribe(prefix);
    const leave = (): void => {
      subscription.unsubscribe().catch(() => undefined);
    };
    const unanswered = setTimeout(leave, calls.silenceMs);
    let listening = false;
    subscription.on('error', () => undefined);
    subscription.on('confirmation', () => {
      listening = true;
      clearTimeout(unanswered);
      onNews();
    });
    signal.addEventListener('abort', leave);
    try {
      const events = subscription[Symbol.asyncIterator]();
      while (!(await events.next()).done) onNews();
    } catch {
      // Tried again after a while; meanwhile the log is looked at by the clock.
    }
    clearTimeout(unanswered);
    signal.removeEventListener('abort', leave);
    return listening;
  };
