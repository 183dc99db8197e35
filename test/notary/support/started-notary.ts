import type { EventStore } from '@liuhen/event-store';
import { Notary, type NotaryReport } from '@liuhen/notary';
import { systemClock, systemEntropy } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { SignerClient } from '@liuhen/signing';
import { poolOf } from '../../support/pool';
import type { SigningDesk } from './signing-desk';

export interface NotaryPlace {
  readonly store: EventStore;
  readonly databaseUrl: string;
  readonly signing: SigningDesk;
  readonly headsMs: number;
  readonly report: (report: NotaryReport) => void;
}

export interface StartedNotary {
  /** What is at work is finished first. */
  readonly stop: () => Promise<void>;
}

/** A notary of a log, at work. */
export function startedNotary({ store, databaseUrl, signing, headsMs, report }: NotaryPlace): StartedNotary {
  const pool = poolOf(databaseUrl, 2);
  const notary = new Notary({
    runtime: { store, clock: systemClock, entropy: systemEntropy },
    databaseUrl,
    db: sqlOf(pool),
    signer: new SignerClient({ address: signing.signerUrl }),
    witnesses: signing.witnesses,
    headsMs,
    report,
  });
  notary.start();
  return { stop: () => notary.stop().finally(() => pool.end()) };
}
