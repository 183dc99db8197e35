import type { EventStore, Page } from '@liuhen/event-store';
import { decodeAll, type Position, type SealedEvent } from '@liuhen/kernel';
import { caseEvents } from '../../libs/supervision/src/case/case.events';
import { caseLogOf } from '../workload/case-log';
import { fill } from '../workload/fill';
import { countSql, install, nextOf, openLog } from '../workload/our-log';
import type { AppendNext, Contender } from './store';

/** Our store as the product opens it. Sealing (canonical JSON, commitment, chain) is part of every append. */
export const liuhen: Contender = {
  install,
  countSql,
  async open(ownerUrl) {
    const store = await openLog(ownerUrl);
    return {
      begin: (n) => appendSealed(store, n),
      reading: {
        fill: (events) => fill(store, caseLogOf(events)),
        readAll: () => readPages(store, ({ events }) => decodeAll(caseEvents, events).length),
        readStored: () => readPages(store, ({ events }) => events.length),
      },
      close: () => store.close(),
    };
  },
};

function appendSealed(store: EventStore, n: number): AppendNext {
  let last: SealedEvent | undefined;
  return async () => {
    const sealed = nextOf(n, last);
    const { stream } = sealed.header;
    await store.append({ stream, expected: last?.header.rev ?? 'no-stream', events: [sealed] });
    last = sealed;
    return 1;
  };
}

/** As many as a subscription reads at once. */
const PAGE_SIZE = 1_000;

async function* readPages(store: EventStore, take: (page: Page) => number): AsyncGenerator<number> {
  let after: Position | undefined;
  for (let atHead = false; !atHead;) {
    const page = await store.readPage({ after, limit: PAGE_SIZE });
    yield take(page);
    after = page.scannedTo;
    atHead = page.atHead;
  }
}
