import { requirePeer } from './peers';
import { DoesNotRun, type Contender } from './store';

/** The package `eventstore` (adrai/node-eventstore) is asked for a PostgreSQL backend; up to 1.15.5 it has none. */
export const eventstore: Contender = {
  countSql: 'select 0 as rows',

  install() {
    const openEventstore = requirePeer('eventstore') as (options: { type: string }) => unknown;
    try {
      openEventstore({ type: 'postgresql' });
    } catch (error) {
      return Promise.reject(new DoesNotRun(error instanceof Error ? error.message : String(error)));
    }
    return Promise.reject(new DoesNotRun('it has learnt PostgreSQL: write its contender'));
  },

  open: () => Promise.reject(new DoesNotRun('it has no PostgreSQL backend')),
};
