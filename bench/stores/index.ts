import type { Contender } from './store';

interface Entrant {
  /** As the table names it. */
  readonly title: string;
  /** From bench/peers. */
  readonly isPeer: boolean;
  /** Each process loads its own contender only. */
  readonly load: () => Promise<Contender>;
}

const own = (title: string, load: () => Promise<Contender>): Entrant => ({ title, isPeer: false, load });
const peer = (title: string, load: () => Promise<Contender>): Entrant => ({ title, isPeer: true, load });

export const STORES = {
  liuhen: own('liuhen', async () => (await import('./liuhen.js')).liuhen),
  'liuhen-execute': own('liuhen, execute()', async () => (await import('./liuhen-execute.js')).liuhenExecute),
  emmett: peer('emmett 0.42.0', async () => (await import('./emmett.js')).emmett),
  'message-db': peer('message-db 1.3.1', async () => (await import('./message-db.js')).messageDb),
  'message-db-one': peer(
    'message-db, one category',
    async () => (await import('./message-db.js')).messageDbOneCategory,
  ),
  dcb: peer('dcb-event-store 7.0.1', async () => (await import('./dcb.js')).dcb),
  eventstore: peer('eventstore 1.15.5', async () => (await import('./eventstore.js')).eventstore),
  limit: own('the limit', async () => (await import('./limit.js')).limit),
} satisfies Record<string, Entrant>;

export type StoreName = keyof typeof STORES;

export const STORE_NAMES = Object.keys(STORES) as StoreName[];
