import { logIdentity, PostgresEventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '../../../libs/event-store/src/testing';
import { TEST_DEPLOYMENT } from '../../support/database';
import type { Tampering } from '../table/cell';
import { deriveLedger } from './derive-ledger';
import { withRows } from './tampered-rows';

/** Who looked at what. */
const READING = logIdentity(TEST_DEPLOYMENT, 'reading');

/** A log of 9 events in three streams, beside the golden one. */
export const inOtherLog = (
  name: string,
  finds: Tampering['finds'],
  sql: readonly string[],
  first?: number,
): Tampering =>
  withRows(
    {
      ...{ name, finds },
      ...(first !== undefined && { first }),
      deed: async (copy) => {
        const store = await PostgresEventStore.open({ url: copy.database.appUrl, log: READING });
        for (const stream of ['reads-1', 'reads-2', 'reads-3'])
          await store.append(requestFor(sealedChain(3, { log: READING, stream })));
        await store.close();
        await deriveLedger(copy, READING);
        await copy.tamper('set search_path = log_reading, ledger', ...sql);
      },
    },
    { detector: 'fsck', detect: (copy) => copy.findings(READING) },
  );
